package vn.dancu.bus.shelf.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** What counts for which of several routes that a message goes through. */
class ProbationTest {

    private static final int ENOUGH = 5;

    private final RouteMeters meters = new RouteMeters();
    private final RouteSettings settings = new RouteSettings(
            "routes",
            Duration.ZERO,
            RouteSettings.Watch.NONE,
            true,
            Map.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            5,
            3,
            ENOUGH,
            Duration.ofSeconds(5));
    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        camel.addRoutePolicyFactory(meters);
        camel.getManagementStrategy().addEventNotifier(meters.retries());
        camel.start();
        add("called", "refused");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    /** A lane that failed hands its message to a route that refuses it: that one has done its work. */
    @Test
    void doesNotCountTheErrorOfACallerToTheRouteThatIsCalled() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).to("direct:called");
                from("direct:lane").routeId("lane").throwException(new IllegalStateException("no"));
            }
        });

        send(ENOUGH);

        assertThat(meters.read("lane").failed()).isEqualTo(ENOUGH);
        assertThat(meters.read("called").exchanges()).isEqualTo(ENOUGH);
        assertThat(meters.read("called").failed()).isZero();
        assertThat(meters.read("called").nanos()).isLessThan(meters.read("lane").nanos());
    }

    @Test
    void judgesTheCallersOfARouteThatWasExchanged() throws Exception {
        calling();
        send(ENOUGH);
        Probation probation =
                Probation.before(meters, settings, new Probation.Routes(List.of(), List.of("lane")), null);
        assertThat(probation.findings()).isEmpty();

        camel.getRouteController().stopRoute("called");
        camel.removeRoute("called");
        add("called", "otherwise");
        send(ENOUGH - 1);
        assertThat(probation.findings()).as("too few to judge").isEmpty();
        send(1);

        assertThat(meters.read("called").failed()).as("it did not fail itself").isZero();
        assertThat(probation.findings()).extracting(RouteFinding::rule).containsExactly(RouteRule.FAILURES);
        assertThat(probation.findings().get(0).values().get(0)).contains("lane 5/5");
    }

    /** Such a message would take a minute to fail for good, and a lane that is full of them would not be judged in time. */
    @Test
    void countsAMessageThatIsTriedAgainAsFailedAtOnce() throws Exception {
        List<Long> failed = new ArrayList<>();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class)
                        .maximumRedeliveries(2)
                        .redeliveryDelay(1)
                        .handled(true);
                from("direct:lane").routeId("lane").process(exchange -> {
                    failed.add(meters.read("lane").failed());
                    throw new IllegalStateException("no");
                });
            }
        });
        Probation probation =
                Probation.before(meters, settings, new Probation.Routes(List.of("lane"), List.of()), null);

        send(1);
        assertThat(meters.read("lane"))
                .extracting(MeterReading::exchanges, MeterReading::failed)
                .containsExactly(1L, 1L);
        assertThat(probation.counts()).isEqualTo("lane 1/" + ENOUGH);
        assertThat(failed).as("before each attempt").containsExactly(0L, 1L, 1L);
        assertThat(probation.findings()).isEmpty();
        send(2);

        assertThat(probation.findings())
                .as("each of the first few is tried again")
                .extracting(RouteFinding::rule)
                .containsExactly(RouteRule.FAILURES);
    }

    @Test
    void comparesARouteThatIsExchangedAgainWithItsOwnTimeOnly() throws Exception {
        calling();
        send(ENOUGH);
        meters.sample();
        camel.getRouteController().stopRoute("called");
        camel.removeRoute("called");
        add("called", "refused");
        send(2 * ENOUGH);

        assertThat(meters.recent("called").exchanges()).isEqualTo(2 * ENOUGH);
        assertThat(meters.recent("lane").exchanges()).as("since the sample").isEqualTo(2 * ENOUGH);
    }

    /** A lane that fails when the route that it calls does not leave what it expects. */
    private void calling() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true);
                from("direct:lane")
                        .routeId("lane")
                        .to("direct:called")
                        .filter(header("RouteMark").isNotEqualTo("refused"))
                        .throwException(new IllegalStateException("no"));
            }
        });
    }

    private void add(String id, String mark) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id).routeId(id).setHeader("RouteMark", constant(mark));
            }
        });
    }

    private void send(int messages) {
        for (int i = 0; i < messages; i++) {
            camel.createProducerTemplate().sendBody("direct:lane", "x");
        }
    }
}
