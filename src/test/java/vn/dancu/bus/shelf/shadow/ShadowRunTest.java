package vn.dancu.bus.shelf.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.camel.NamedFormats;
import vn.dancu.bus.shelf.DeploymentPlan.Shadow;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteLint;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.swap.RouteLoader;
import vn.dancu.bus.shelf.trial.Trial;

/** Copies of live messages on a new version: compared edge by edge, and nothing of them gets out. */
class ShadowRunTest {

    private static final int MESSAGES = 5;
    private static final String SECRET = "Bi-mat-khong-ai-duoc-thay";

    private static final RouteFile ERRORS = new RouteFile(
            "shared/test-errors.camel.yaml",
            """
            - routeConfiguration:
                id: test-errors
                description: What happens when a message fails
                onException:
                  - onException:
                      exception: [java.lang.Throwable]
                      handled: {constant: {expression: "true"}}
                      steps:
                        - bean: {ref: gateway, method: addressDeadLetter}
            """,
            true);

    private static final String LANE =
            """
            - route:
                id: lane
                description: A lane whose messages are copied
                routeConfigurationId: test-errors
                from:
                  uri: direct:lane
                  steps:
                    - bean: {ref: gateway, method: identifyCaller}
                    - filter:
                        expression: {simple: {expression: "${header.RouteKind} == 'a'"}}
                        steps:
                          - wireTap: {uri: "{{dancu.channel.copies}}"}
                    - setHeader: {name: RouteDone, expression: {constant: {expression: "yes"}}}
                    - bean: {ref: gateway, method: addressAnswer}
                    - to: {uri: "{{dancu.channel.out}}"}
            """;

    private final CamelContext camel = new DefaultCamelContext();
    private final LiveTap tap = new LiveTap();
    private final Steps steps = new Steps();
    private ProducerTemplate client = camel.createProducerTemplate();

    @BeforeEach
    void start() {
        camel.getRegistry().bind("gateway", steps);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "dancu.channel.out", "mock:out",
                "dancu.channel.copies", "mock:copies",
                "dancu.channel.other", "mock:other"));
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.getCamelContextExtension().addInterceptStrategy(tap);
        camel.addRoutePolicyFactory(tap);
        camel.start();
        client = camel.createProducerTemplate();
        RouteLoader loader = new RouteLoader(camel);
        outlines(LANE).forEach(outline -> assertThat(loader.load(outline)).isEmpty());
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void findsNoDifferenceInWhatDoesTheSameAndSendsNothing() {
        ShadowReport report = shadow(LANE.replace("are copied", "are copied, in other words"));

        assertThat(report.compared()).isEqualTo(MESSAGES);
        assertThat(report.differing()).as(report.words()).isZero();
        assertThat(report.counts()).isEqualTo("compared 5, differing 0, skipped 0, dropped 0");
        assertThat(steps.calls).as("the beans saw the live messages alone").hasValue(2 * MESSAGES);
        for (String channel : List.of("out", "copies")) {
            assertThat(camel.getEndpoint("mock:" + channel, MockEndpoint.class).getReceivedCounter())
                    .as(channel)
                    .isEqualTo(MESSAGES);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "name: RouteDone | name: RouteOther | headers gateway.addressAnswer (5)",
                "{uri: ~{{dancu.channel.out}}~} | {uri: ~{{dancu.channel.other}}~} | more {{dancu.channel.other}} (5)",
                "RouteKind} == 'a' | RouteKind} == 'b' | less wireTap {{dancu.channel.copies}} (5)",
                "method: addressAnswer | method: addressDeadLetter | unanswered gateway.addressDeadLetter (5)",
                "setHeader: {name: RouteDone, expression: {constant: {expression: ~yes~}}} "
                        + "| unmarshal: {custom: {ref: edxml}} | unanswered gateway.addressDeadLetter (5)"
            })
    void saysWhatTheNewVersionDoesOtherwise(String from, String to, String difference) {
        String right = from.replace('~', '"');
        assertThat(LANE).contains(right);
        NamedFormats.bind(camel);
        ShadowReport report = shadow(LANE.replace(right, to.replace('~', '"')));

        assertThat(report.differing()).isEqualTo(MESSAGES);
        assertThat(report.words()).contains("lane: " + difference).doesNotContain(SECRET);
        assertThat(camel.getEndpoint("mock:other", MockEndpoint.class).getReceivedCounter())
                .as("nothing of a copy gets out")
                .isZero();
    }

    @Test
    void saysWhereTheDifferenceIs() {
        ShadowReport report = shadow(LANE.replace(
                "- bean: {ref: gateway, method: addressAnswer}",
                "- bean: {ref: gateway, method: addressAnswer}\n        - removeHeaders: {pattern: RouteDone}"));

        assertThat(report.words()).isEqualTo("lane: headers {{dancu.channel.out}} (5)");
    }

    @Test
    void comparesTheShapeOfBodiesAndNotWhatTheySay() {
        assertThat(shape("{\"name\": \"a\"}").hasBodyOf(shape("{\"name\": \"b\"}"))).isTrue();
        assertThat(shape("{\"name\": \"a\"}").hasBodyOf(shape("{\"other\": \"a\"}"))).isFalse();
        assertThat(shape("<a><b>1</b></a>").hasBodyOf(shape("<a><b>2</b></a>".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(shape("<a><b>1</b></a>").hasBodyOf(shape("<a><c>1</c></a>"))).isFalse();
        assertThat(shape("<a>1</a>").hasBodyOf(shape("{}"))).isFalse();
        assertThat(shape("<a>1</a>").hasBodyOf(shape(Snapshot.ELSEWHERE))).as("nobody knows").isTrue();
        assertThat(shape("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]><a>&b;</a>").body()).isEqualTo("broken");
    }

    private static MessageShape shape(Object body) {
        return MessageShape.of(new Snapshot(body, Map.of(), Map.of(), null, false));
    }

    @Test
    void isSilentWhileNobodyListens() {
        client.sendBodyAndHeader("direct:lane", SECRET, "RouteKind", "a");

        assertThat(steps.last).isNotNull().satisfies(exchange -> assertThat(exchange.getProperty(Recording.KEY))
                .isNull());
        ShadowReport report = new ShadowRun(tap, new Trial(camel), Clock.systemUTC())
                .run(outlines(LANE), List.of("lane"), new Shadow(1, Duration.ofSeconds(1), 0));
        assertThat(report.compared()).as("nothing came").isZero();
    }

    private ShadowReport shadow(String lane) {
        CompletableFuture<ShadowReport> running =
                CompletableFuture.supplyAsync(() -> new ShadowRun(tap, new Trial(camel), Clock.systemUTC())
                        .run(outlines(lane), List.of("lane"), new Shadow(MESSAGES, Duration.ofSeconds(30), 0)));
        await().until(tap::isListening);
        for (int i = 0; i < MESSAGES; i++) {
            client.sendBodyAndHeader("direct:lane", "{\"name\": \"" + SECRET + "\"}", "RouteKind", "a");
        }
        ShadowReport report = running.join();
        await().until(() -> camel.getEndpoint("mock:copies", MockEndpoint.class).getReceivedCounter() == MESSAGES);
        return report;
    }

    private static List<RouteOutline> outlines(String lane) {
        RouteReport report = RouteLint.check(List.of(ERRORS, new RouteFile("lane.camel.yaml", lane, true)));
        assertThat(report.findings()).isEmpty();
        return report.right();
    }

    /** In the place of the beans of the bus. */
    public static final class Steps {

        private final AtomicInteger calls = new AtomicInteger();
        private volatile @Nullable Exchange last;

        public void identifyCaller(Exchange exchange) {
            calls.incrementAndGet();
            last = exchange;
            exchange.setProperty("DanCuCaller", SECRET);
        }

        public void addressAnswer(Exchange exchange) {
            calls.incrementAndGet();
            exchange.getMessage().setBody("{\"name\": \"" + SECRET + "\"}");
        }

        public void addressDeadLetter(Exchange exchange) {
            throw new IllegalStateException("No message of these tests comes here");
        }
    }
}
