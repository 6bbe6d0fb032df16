package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFolder;
import vn.dancu.bus.shelf.lint.RouteLint;
import vn.dancu.bus.shelf.swap.RouteLoader;
import vn.dancu.bus.shelf.swap.RouteShelf;

/** A folder on a Camel that runs: each file by itself, and nothing that runs is replaced. */
class RouteShelfTest {

    private static final String ERRORS =
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
            """;

    @TempDir
    Path folder = Path.of("");

    private final CamelContext camel = new DefaultCamelContext();
    private final Steps steps = new Steps();

    @BeforeEach
    void start() throws IOException {
        camel.getRegistry().bind("gateway", steps);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "dancu.channel.out", "mock:out",
                "dancu.channel.odd", "nowhere:x?password=geheim",
                "dancu.channel.in", "direct:channel"));
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.start();
        write("test-errors.camel.yaml", ERRORS);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void runsTheRightOnesWhateverTheOthersAre() throws IOException {
        write("right.camel.yaml", route("right", "direct:right", "bean: {ref: gateway, method: addressAnswer}"));
        write("wrong.camel.yaml", route("wrong", "direct:wrong", "script: {}"));
        write(
                "no-channel.camel.yaml",
                route("no-channel", "{{dancu.channel.none}}", "to: {uri: '{{dancu.channel.out}}'}"));
        write("odd.camel.yaml", route("odd", "direct:odd", "to: {uri: '{{dancu.channel.odd}}'}"));
        write(
                "needs-wrong.camel.yaml",
                route("needs-wrong", "direct:needs-wrong", "to: {uri: direct:right}")
                        .replace("test-errors", "wrong"));
        RouteShelf shelf = opened();

        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactly("right");
        assertThat(camel.getRoute("right").getConfigurationId()).isEqualTo("test-errors");
        assertThat(shelf.state().rejected())
                .containsExactlyInAnyOrder(
                        "wrong.camel.yaml", "no-channel.camel.yaml", "odd.camel.yaml", "needs-wrong.camel.yaml");
        assertThat(shelf.state().running()).isEqualTo(2);
        camel.createProducerTemplate().sendBody("direct:right", "x");
        assertThat(steps.calls).hasValue(1);
    }

    @Test
    void replacesNothingThatRuns() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rail").routeId("rail").to("mock:rail");
            }
        });
        Route rail = camel.getRoute("rail");
        write("rail.camel.yaml", route("rail", "direct:rail", "bean: {ref: gateway, method: addressDeadLetter}"));
        RouteShelf shelf = opened();

        assertThat(camel.getRoute("rail")).isSameAs(rail);
        assertThat(shelf.state().rejected()).containsExactly("rail.camel.yaml");
    }

    @Test
    void knowsARouteByItsIdWhateverItsFileIsCalledAndWhereItStands() {
        String errors = ERRORS.replace("test-errors", "two-errors");
        String alpha = route("alpha", "direct:alpha", "bean: {ref: gateway, method: addressAnswer}")
                .replace("test-errors", "two-errors");
        String beta = alpha.replace("alpha", "beta");
        String gamma = alpha.replace("alpha", "gamma");
        RouteShelf shelf = new RouteShelf(new RouteLoader(camel), Duration.ofSeconds(1), true);
        shelf.open(List.of(bundle("1.0.0", "two.yaml", errors + alpha + beta)), List.of());
        Route before = camel.getRoute("beta");

        assertThat(shelf.swap(bundle("1.1.0", "two.yaml", gamma + errors + alpha + beta), outline -> true, true, false))
                .isEmpty();
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).contains("alpha", "beta", "gamma");
        assertThat(camel.getRoute("beta")).as("it was not touched").isSameAs(before);

        String xml =
                """
                <camel>
                  <routeConfiguration id="two-errors" description="What happens when a message fails">
                    <onException><exception>java.lang.Throwable</exception><handled><constant>true</constant></handled>
                      <bean ref="gateway" method="addressDeadLetter"/></onException>
                  </routeConfiguration>
                  <route id="alpha" description="The first of two routes, in XML" routeConfigurationId="two-errors">
                    <from uri="direct:alpha"/>
                    <bean ref="gateway" method="addressAnswer"/>
                  </route>
                </camel>
                """;
        assertThat(shelf.swap(bundle("1.2.0", "two.camel.xml", xml), outline -> true, true, false))
                .isEmpty();
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactly("alpha");
        assertThat(camel.getRoute("alpha").getDescription()).isEqualTo("The first of two routes, in XML");
        camel.createProducerTemplate().sendBody("direct:alpha", "x");
        assertThat(steps.calls).hasValue(1);
    }

    private static BundleContent bundle(String version, String file, String text) {
        String manifest =
                """
                name: two
                version: %s
                owner: Nhóm thử
                zone: test
                description: {vi: Thử, en: Test}
                errors: two-errors
                files: [%s]
                """
                        .formatted(version, file);
        return new BundleContent(
                List.of(new RouteFile("bundle.yaml", manifest, true), new RouteFile(file, text, true)), null);
    }

    @Test
    void loadsANewFileWhenItHasLookedTheSameTwice() throws IOException {
        RouteShelf shelf = opened();
        write("late.camel.yaml", route("late", "direct:late", "bean: {ref: gateway, method: addressAnswer}"));

        shelf.look(RouteFolder.read(folder));
        assertThat(camel.getRoute("late")).isNull();

        shelf.look(RouteFolder.read(folder));
        assertThat(camel.getRouteController().getRouteStatus("late").isStarted())
                .isTrue();
        assertThat(shelf.state().rejected()).isEmpty();
    }

    @Test
    void showsNoSecretOfAChannelThatCamelRefuses() throws IOException {
        write("odd.camel.yaml", route("odd", "direct:odd", "to: {uri: '{{dancu.channel.odd}}'}"));
        RouteLoader loader = new RouteLoader(camel);

        assertThat(RouteLint.check(RouteFolder.read(folder)).right())
                .flatExtracting(loader::load)
                .singleElement()
                .satisfies(refused -> assertThat(refused.message(Locale.ENGLISH))
                        .contains("NoSuchEndpointException", "nowhere")
                        .doesNotContain("geheim"));
    }

    @Test
    void triesAgainWhatWasMended() throws IOException {
        write("mended.camel.yaml", route("mended", "direct:mended", "to: {uri: '{{dancu.channel.odd}}'}"));
        RouteShelf shelf = opened();
        assertThat(shelf.state().rejected()).containsExactly("mended.camel.yaml");

        write("mended.camel.yaml", route("mended", "direct:mended", "to: {uri: '{{dancu.channel.out}}'}"));
        shelf.look(RouteFolder.read(folder));
        shelf.look(RouteFolder.read(folder));

        assertThat(shelf.state().rejected()).isEmpty();
        assertThat(camel.getRouteController().getRouteStatus("mended").isStarted())
                .isTrue();
    }

    @Test
    void leavesARouteRunningWhoseFileHasChangedOrGone() throws IOException {
        write("one.camel.yaml", route("one", "direct:one", "bean: {ref: gateway, method: addressAnswer}"));
        write("two.camel.yaml", route("two", "direct:two", "bean: {ref: gateway, method: addressAnswer}"));
        RouteShelf shelf = opened();
        Route one = camel.getRoute("one");

        write("one.camel.yaml", route("one", "direct:one", "bean: {ref: gateway, method: addressDeadLetter}"));
        Files.delete(folder.resolve("two.camel.yaml"));
        shelf.look(RouteFolder.read(folder));
        shelf.look(RouteFolder.read(folder));

        assertThat(camel.getRoute("one")).isSameAs(one);
        assertThat(camel.getRouteController().getRouteStatus("two").isStarted()).isTrue();
        assertThat(shelf.state())
                .isEqualTo(new RouteShelf.State(3, Set.of(), Set.of("one.camel.yaml", "two.camel.yaml")));
    }

    @Test
    void makesLanesOfATemplate() throws IOException {
        write(
                "templates/lane.camel.yaml",
                """
                - routeTemplate:
                    id: lane
                    description: A lane that shows what a template may be
                    parameters:
                      - {name: partner, description: The partner whose lane it is}
                    route:
                      id: lane-{{partner}}
                      description: The lane of one partner of the test
                      routeConfigurationId: test-errors
                      from:
                        uri: "{{dancu.channel.in}}"
                        steps:
                          - setProperty: {name: RoutePartner, expression: {constant: {expression: "{{partner}}"}}}
                          - bean: {ref: gateway, method: addressAnswer}
                """);
        write("partners/h41/lane-h41.camel.yaml", lane("h41"));
        RouteShelf shelf = opened();

        assertThat(shelf.state().rejected()).isEmpty();
        assertThat(camel.getRoute("lane-h41").getDescription()).isEqualTo("The lane of one partner of the test");
        Exchange answered = camel.createProducerTemplate().send("direct:channel", exchange -> {});
        assertThat(answered.getProperty("RoutePartner")).isEqualTo("h41");

        // A second lane on the same direct channel cannot start: it stops itself, and the first goes on.
        write("partners/g22/lane-g22.camel.yaml", lane("g22"));
        shelf.look(RouteFolder.read(folder));
        shelf.look(RouteFolder.read(folder));
        assertThat(shelf.state().rejected()).containsExactly("partners/g22/lane-g22.camel.yaml");
        assertThat(camel.getRoutes()).extracting(Route::getRouteId).containsExactly("lane-h41");
        assertThat(camel.createProducerTemplate()
                        .send("direct:channel", exchange -> {})
                        .getException())
                .isNull();
    }

    private RouteShelf opened() throws IOException {
        RouteShelf shelf = new RouteShelf(new RouteLoader(camel), Duration.ofSeconds(1), true);
        shelf.open(List.of(), RouteFolder.read(folder));
        return shelf;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String lane(String partner) {
        return """
                - templatedRoute:
                    routeTemplateRef: lane
                    routeId: lane-%1$s
                    parameters:
                      - {name: partner, value: %1$s}
                """
                .formatted(partner);
    }

    private static String route(String id, String from, String step) {
        return """
                - route:
                    id: %s
                    description: A route of the test that is long enough
                    routeConfigurationId: test-errors
                    from:
                      uri: "%s"
                      steps:
                        - %s
                """
                .formatted(id, from, step);
    }

    /** What routes may call, by name. */
    public static class Steps {

        private final AtomicInteger calls = new AtomicInteger();

        public void addressAnswer(Exchange exchange) {
            calls.incrementAndGet();
        }

        public void identifyCaller(Exchange exchange) {}

        public void addressDeadLetter(Exchange exchange) {}
    }
}
