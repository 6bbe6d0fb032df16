package vn.dancu.bus.upstream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.CallTrail;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.http.client.HttpConnections;
import vn.dancu.bus.inquiry.AnswerSource;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.trust.TlsContextsTest;
import vn.dancu.bus.upstream.call.UpstreamRouting;
import vn.dancu.bus.upstream.call.UpstreamSignaturesTest;
import vn.dancu.bus.upstream.call.WireStep;
import vn.dancu.bus.upstream.token.AccessTokens;

/** One upstream with the shipped route in a Camel of its own, and a trail that is kept in memory. */
final class RunningUpstream implements AutoCloseable {

    static final PartnerId PARTNER = new PartnerId("h41-lgsp");
    static final MessageContext MESSAGES = MessageContext.create();
    static final Dialects DIALECTS = Dialects.builtIn();
    private static final String NAME = "national";
    private static final Map<String, String> MEMBERS =
            Map.of("clientMember", "VN:GOV:000.00.00.H41:lgsp-nghean", "providerMember", "VN:GOV:000.00.00.G01:csdldc");

    final List<CallRecord> records = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpConnections connections =
            new HttpConnections(TlsContextsTest.contexts(new DefaultSslBundleRegistry())::of, (bundle, then) -> {});
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final UpstreamAnswers answers;
    final CallGate gate;

    /** What is left of what the other side lets us ask. */
    final AtomicInteger permits = new AtomicInteger(1000);

    RunningUpstream(UpstreamSettings.Upstream settings) throws Exception {
        this(settings, null);
    }

    /** @param trail in place of the memory; null for that */
    RunningUpstream(UpstreamSettings.Upstream settings, @Nullable CallTrail trail) throws Exception {
        Dialect dialect = DIALECTS.byName(settings.dialect()).orElseThrow();
        var client = UpstreamWiring.client(connections, NAME, settings);
        AccessTokens tokens = dialect.credentials().tokenCall().isPresent()
                ? AccessTokens.of(settings, dialect, WireStep.account(settings, dialect), client, Clock.systemUTC())
                : null;
        gate = new CallGate(NAME, settings);
        Upstreams upstreams = new Upstreams(List.of(new Upstreams.Upstream(
                NAME, settings, new WireStep(settings, dialect, MESSAGES, client, tokens, Clock.systemUTC()), gate)));
        UpstreamRouting routing = new UpstreamRouting();
        UpstreamMeters meter = new UpstreamMeters(meters);
        upstreams.all().forEach(meter::watch);
        answers = new UpstreamAnswers(
                upstreams,
                new QuestionThere((partner, query) ->
                        new NationalIdentity(query.officer(), query.procedure(), query.unit(), null)),
                KeptAnswers.none(),
                this::permit,
                routing,
                new CallRecorder(trail == null ? new Memory(records) : trail, Clock.systemUTC()),
                meter,
                Clock.systemUTC());
        camel.getRegistry().bind("upstreams", upstreams);
        camel.getRegistry().bind("signatures", UpstreamSignaturesTest.none());
        camel.getRegistry().bind("routing", routing);
        RouteFiles.load(camel, "upstream/upstream-national", "shared/delivery-errors");
        camel.start();
    }

    private NationalQuota.Permit permit(PartnerId partner) {
        if (permits.getAndDecrement() <= 0) {
            permits.set(0);
            throw BusException.of(ErrorCode.QUOTA_EXCEEDED);
        }
        return permits::incrementAndGet;
    }

    /** What the trail would have. */
    private record Memory(List<CallRecord> records) implements CallTrail {

        @Override
        public void asked(CallRecord record) {
            records.add(record);
        }

        @Override
        public void ended(CallRecord record) {
            records.add(record);
        }
    }

    static UpstreamSettings.Upstream settings(String dialect, URI address) {
        return settings(dialect, address, 1, 64, new UpstreamSettings.Breaker(100, 1000, Duration.ofSeconds(10), 3));
    }

    static UpstreamSettings.Upstream settings(
            String dialect, URI address, int retries, int bulkhead, UpstreamSettings.Breaker breaker) {
        return settings(dialect, address, retries, bulkhead, breaker, true);
    }

    static UpstreamSettings.Upstream settings(
            String dialect,
            URI address,
            int retries,
            int bulkhead,
            UpstreamSettings.Breaker breaker,
            boolean requestHash) {
        Map<String, String> account = DIALECTS.byName(dialect).orElseThrow().accountValues().stream()
                .filter(name -> !name.equals("accessToken"))
                .collect(java.util.stream.Collectors.toMap(
                        name -> name, name -> MEMBERS.getOrDefault(name, "x" + name)));
        return new UpstreamSettings.Upstream(
                dialect,
                address,
                dialect.equals("xroad-rest") ? "/" : "/tra-cuu",
                account,
                null,
                false,
                Set.of(),
                new UpstreamSettings.Http(
                        null,
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        DataSize.ofKilobytes(64),
                        requestHash),
                retries,
                bulkhead,
                breaker,
                new UpstreamSettings.Token(
                        null, "access_token", "expires_in", Duration.ofMinutes(5), Duration.ofMinutes(1)));
    }

    AnswerSource.SourcedAnswer ask(CitizenQuery query, Set<FieldPath> released) {
        return answers.answer(asking(query, released));
    }

    static AnswerSource.Asking asking(CitizenQuery query, Set<FieldPath> released) {
        InquiryOrigin origin = new InquiryOrigin(
                "soap", PARTNER, null, null, Instant.now(Clock.systemUTC()), 1, null, InquiryOrigin.Traits.NONE);
        return new AnswerSource.Asking(UUID.randomUUID(), PARTNER, origin, query, released);
    }

    @Override
    public void close() {
        camel.stop();
        connections.close();
    }
}
