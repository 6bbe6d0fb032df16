package vn.dancu.bus.shelf.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.BrokerInMemory;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Bundles of a Camel with a real broker: a lane whose message does not end, a new route that does not start, a part first. */
class BundleSwapTest {

    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final String IN = "dancu.test.lane";
    private static final String OUT = "dancu.test.out";
    private static final String MANIFEST =
            """
            name: lanes
            version: %s
            owner: Nobody
            zone: test
            description: {vi: Thử, en: Test}
            files: [%s]
            """;
    private static final String ERRORS =
            """
            - routeConfiguration:
                id: lane-errors
                description: What happens when a message fails
                onException:
                  - onException:
                      exception: [java.lang.Throwable]
                      handled: {constant: {expression: "true"}}
                      steps:
                        - to: {uri: "{{dancu.channel.failed}}"}
            """;
    private static final String ROUTE =
            """
            - route:
                id: %1$s
                description: A route of the test that is long enough
                routeConfigurationId: lane-errors
                from:
                  uri: "%2$s"
                  steps:
                    - setHeader: {name: RouteVersion, expression: {constant: {expression: "%3$s"}}}
                    - %4$s
                    - to: {uri: "{{dancu.channel.out}}"}
            """;
    private static final String WORK = "bean: {ref: gateway, method: addressAnswer}";

    private final BrokerInMemory broker = BrokerInMemory.start();
    private final CamelContext camel = new DefaultCamelContext();
    private final Steps steps = new Steps();
    private final RouteShelf shelf = new RouteShelf(new RouteLoader(camel), DRAIN, true);

    @BeforeEach
    void start() throws Exception {
        camel.getRegistry().bind("gateway", steps);
        camel.addComponent("jms", broker.component());
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "dancu.channel.out", "jms:queue:" + OUT + "?exchangePattern=InOnly",
                "dancu.channel.failed", "jms:queue:dancu.test.failed?exchangePattern=InOnly",
                "dancu.channel.taken", "direct:taken"));
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.start();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:taken").routeId("rail").to("log:rail?level=TRACE");
            }
        });
    }

    @AfterEach
    void stop() {
        steps.release.countDown();
        camel.stop();
        broker.close();
    }

    /** A deployment changes nothing then; the message ends as it would have. */
    @Test
    void leavesARouteAloneWhoseMessageDoesNotEndInTime() throws Exception {
        shelf.open(List.of(lane("1.0.0", "one")), List.of());
        Route one = camel.getRoute("lane");
        send("slow");
        assertThat(steps.arrived.await(10, TimeUnit.SECONDS)).isTrue();

        List<RouteFinding> wrong = shelf.swap(lane("1.1.0", "two"), outline -> true, true, false);

        assertThat(wrong).extracting(RouteFinding::rule).containsExactly(RouteRule.DRAIN);
        assertThat(shelf.bundles().get("lanes").manifest().version()).hasToString("1.0.0");
        assertThat(camel.getRoute("lane")).isSameAs(one);
        steps.release.countDown();
        assertThat(version(broker.take(OUT))).isEqualTo("one");
        send("next");
        assertThat(version(broker.take(OUT))).isEqualTo("one");
        assertNothingMore();
    }

    /** What is taken back does not wait for ever: its message goes back to the broker, and the version before works on it. */
    @Test
    void abortsARouteThatIsTakenBackAndLosesAndDoublesNoMessage() throws Exception {
        shelf.open(List.of(lane("1.1.0", "bad")), List.of());
        send("slow");
        assertThat(steps.arrived.await(10, TimeUnit.SECONDS)).isTrue();

        List<RouteFinding> wrong = shelf.swap(lane("1.0.0", "good"), outline -> true, true, true);

        assertThat(wrong).isEmpty();
        steps.release.countDown();
        assertThat(version(broker.take(OUT)))
                .as("once, by the version that runs")
                .isEqualTo("good");
        await().untilAsserted(() -> assertThat(steps.calls).hasValue(2));
        assertNothingMore();
    }

    /** Whatever was exchanged before it is put back too. */
    @Test
    void putsEverythingBackWhenOneNewRouteDoesNotStart() throws Exception {
        shelf.open(List.of(two("1.0.0", "one", "direct:second")), List.of());

        List<RouteFinding> wrong =
                shelf.swap(two("1.1.0", "two", "{{dancu.channel.taken}}"), outline -> true, true, false);

        assertThat(wrong).extracting(RouteFinding::rule).containsExactly(RouteRule.CAMEL);
        assertThat(shelf.bundles().get("lanes").manifest().version()).hasToString("1.0.0");
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactlyInAnyOrder("rail", "lane", "second");
        send("next");
        assertThat(version(broker.take(OUT))).isEqualTo("one");
        camel.createProducerTemplate().sendBody("direct:second", "x");
        assertThat(version(broker.take(OUT))).isEqualTo("one");
        assertNothingMore();
    }

    /** Also when the bundle is new, or brings a file: what only the part had is gone with it. */
    @Test
    void endsAPartThatRanFirst() throws Exception {
        shelf.open(List.of(lane("1.0.0", "one")), List.of());
        Route one = camel.getRoute("lane");
        BundleContent next = two("1.1.0", "two", "direct:second");

        assertThat(shelf.swap(next, only("second"), false, false)).isEmpty();
        assertThat(camel.getRoute("lane")).as("not of the part").isSameAs(one);
        assertThat(shelf.routes("lanes")).containsExactly("lane", "second");
        assertThat(shelf.canaries()).containsKey("lanes");

        assertThat(shelf.endCanary("lanes")).isEmpty();
        assertThat(camel.getRoute("second")).isNull();
        assertThat(camel.getRoute("lane")).isSameAs(one);
        assertThat(shelf.canaries()).isEmpty();
    }

    @Test
    void endsAPartOfANewBundle() throws Exception {
        shelf.open(List.of(), List.of());

        assertThat(shelf.swap(two("1.0.0", "one", "direct:second"), only("lane"), false, false))
                .isEmpty();
        assertThat(camel.getRoute("lane")).isNotNull();
        assertThat(shelf.endCanary("lanes")).isEmpty();

        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactly("rail");
        assertThat(shelf.state().running()).isZero();
    }

    private static Predicate<RouteOutline> only(String id) {
        return outline -> outline.id().equals(id);
    }

    private void assertNothingMore() {
        assertThat(broker.takeAll(IN)).as("lost").isEmpty();
        await().during(Duration.ofMillis(300))
                .untilAsserted(
                        () -> assertThat(broker.takeAll(OUT)).as("doubled").isEmpty());
        assertThat(broker.takeAll("dancu.test.failed")).as("refused").isEmpty();
    }

    private void send(String text) {
        broker.send(IN, broker.message(session -> session.createTextMessage(text)));
    }

    private static String version(Message message) throws JMSException {
        return message.getStringProperty("RouteVersion");
    }

    private static BundleContent lane(String version, String mark) {
        return bundle(version, Map.of("lane", ROUTE.formatted("lane", "jms:queue:" + IN, mark, WORK)));
    }

    private static BundleContent two(String version, String mark, String from) {
        return bundle(
                version,
                Map.of(
                        "lane", ROUTE.formatted("lane", "jms:queue:" + IN, mark, WORK),
                        "second", ROUTE.formatted("second", from, mark, WORK)));
    }

    private static BundleContent bundle(String version, Map<String, String> routes) {
        List<String> names = Stream.concat(
                        Stream.of("lane-errors"), routes.keySet().stream().sorted())
                .map(id -> id + ".camel.yaml")
                .toList();
        List<RouteFile> files = names.stream()
                .map(name -> new RouteFile(name, routes.getOrDefault(name.replace(".camel.yaml", ""), ERRORS), true))
                .toList();
        return new BundleContent(
                Stream.concat(
                                Stream.of(new RouteFile(
                                        "bundle.yaml", MANIFEST.formatted(version, String.join(", ", names)), true)),
                                files.stream())
                        .toList(),
                null);
    }

    /** What routes may call, by name. */
    public static class Steps {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();

        /** A message that says so waits, the first time that it comes. */
        public void addressAnswer(Exchange exchange) throws InterruptedException {
            calls.incrementAndGet();
            if ("slow".equals(exchange.getMessage().getBody(String.class)) && arrived.getCount() > 0) {
                arrived.countDown();
                if (!release.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody goes on");
                }
            }
        }
    }
}
