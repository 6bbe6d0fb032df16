package vn.dancu.bus.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.audit.CallTrail;
import vn.dancu.bus.dialect.Account;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.http.client.HttpConnections;
import vn.dancu.bus.inquiry.AnswerSource;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.register.RegisterSettings;
import vn.dancu.bus.trust.PeerCertificates;
import vn.dancu.bus.trust.TlsContexts;
import vn.dancu.bus.trust.TrustSettings;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.upstream.call.SentHead;
import vn.dancu.bus.upstream.call.UpstreamRouting;
import vn.dancu.bus.upstream.call.UpstreamSignatures;
import vn.dancu.bus.upstream.call.WireStep;
import vn.dancu.bus.upstream.token.AccessTokens;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamSettings.class)
class UpstreamWiring {

    private final UpstreamSettings settings;
    private final Clock clock;

    UpstreamWiring(UpstreamSettings settings, RegisterSettings register, Clock clock) {
        if (register.kind() == RegisterSettings.Kind.UPSTREAM
                && settings.upstream().isEmpty()) {
            throw new IllegalArgumentException("dancu.register.kind=upstream needs a dancu.upstream.<name>");
        }
        this.settings = settings;
        this.clock = clock;
    }

    /** Officers and procedures go on as they came. */
    @Bean
    NationalIdentities nationalIdentities() {
        return (partner, query) -> new NationalIdentity(query.officer(), query.procedure(), query.unit(), null);
    }

    @Bean
    KeptAnswers keptAnswers() {
        return KeptAnswers.none();
    }

    @Bean
    HttpConnections upstreamConnections(TlsContexts contexts) {
        return new HttpConnections(contexts::of, contexts::whenChanged);
    }

    @Bean
    UpstreamRouting upstreamRouting() {
        return new UpstreamRouting();
    }

    /** Shipped routes ask for it in either role. A dialect that is not there, an account that lacks a value, and a bundle that is not there stop the start. */
    @Bean
    Upstreams upstreams(HttpConnections upstreamConnections, Dialects dialects, MessageContext messages) {
        List<Upstreams.Upstream> all = new ArrayList<>();
        settings.upstream()
                .forEach((name, one) -> all.add(new Upstreams.Upstream(
                        name,
                        one,
                        wire(name, one, client(upstreamConnections, name, one), dialects, messages),
                        new CallGate(name, one))));
        return new Upstreams(all);
    }

    static CloseableHttpClient client(HttpConnections connections, String name, UpstreamSettings.Upstream one) {
        return one.http().requestHash()
                ? connections.client(name, one.pool(), new SentHead())
                : connections.client(name, one.pool());
    }

    private WireStep wire(
            String name, UpstreamSettings.Upstream one, HttpClient client, Dialects dialects, MessageContext messages) {
        Dialect dialect = dialects.byName(one.dialect())
                .orElseThrow(() -> new IllegalArgumentException(
                        "dancu.upstream." + name + ".dialect names no pack: " + one.dialect()));
        Account account = WireStep.account(one, dialect);
        Set<String> missing = new TreeSet<>(dialect.accountValues());
        missing.remove("accessToken");
        missing.removeAll(account.values().keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("dancu.upstream." + name + ".account lacks " + missing);
        }
        AccessTokens tokens = dialect.credentials().tokenCall().isPresent()
                ? AccessTokens.of(one, dialect, account, client, clock)
                : null;
        return new WireStep(one, dialect, messages, client, tokens, clock);
    }

    /** In either role: the alarm about another person is looked for everywhere. */
    @Bean
    UpstreamMeters upstreamMeters(MeterRegistry registry) {
        return new UpstreamMeters(registry);
    }

    @Bean
    UpstreamSignatures upstreamSignatures(
            TrustSettings trust, SslBundles bundles, MessageSignatures signatures, PeerCertificates certificates) {
        return UpstreamSignatures.of(trust, settings.upstream().keySet(), bundles, signatures, certificates);
    }

    @Bean
    @ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "upstream")
    AnswerSource upstreamAnswers(
            Upstreams upstreams,
            NationalIdentities identities,
            KeptAnswers kept,
            NationalQuota quota,
            UpstreamRouting routes,
            CallTrail trail,
            UpstreamMeters meters) {
        upstreams.all().forEach(meters::watch);
        return new UpstreamAnswers(
                upstreams,
                new QuestionThere(identities),
                kept,
                quota,
                routes,
                new CallRecorder(trail, clock),
                meters,
                clock);
    }

    @Bean
    @ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "upstream")
    RoleReport upstreamRole(Upstreams upstreams, UpstreamRouting routing) {
        return new RoleReport(upstreams, routing);
    }

    @Bean
    ConnectionSource upstreamProbes(Upstreams upstreams, SslBundles bundles) {
        return new UpstreamProbes(upstreams, bundles);
    }

    @Bean
    ExpirySource upstreamExpiries() {
        return new AccountExpiries(settings);
    }
}
