package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lint itself: what operators may write passes, what could run code does not. */
class RouteLintTest {

    private static final Set<String> BEANS = Set.of("gateway.answerHub");

    private static final String ROUTE =
            """
            - route:
                id: hub-test
                description: A route that shows what may be written
                routeConfigurationId: hub-errors
                from:
                  uri: direct:hub-test
                  steps:
            %s
            """;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bean: {ref: gateway, method: answerHub}",
                "to: {uri: '{{dancu.channel.hub-answers}}'}",
                "setProperty: {name: DanCuPartner, expression: {constant: {expression: h41-lgsp}}}",
                "filter: {expression: {simple: {expression: '${exchangeProperty.DanCuOutcome} == refused'}}, steps: "
                        + "[{bean: {ref: gateway, method: answerHub}}]}"
            })
    void allowsWiring(String step) throws IOException {
        assertThat(lint(step)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bean: {beanType: java.lang.Runtime, method: getRuntime}",
                "bean: {ref: gateway, method: 'answerHub(${body})'}",
                "bean: {ref: dataSource, method: getConnection}",
                "script: {expression: {simple: {expression: x}}}",
                "process: {ref: gateway}",
                "toD: {uri: 'jms:queue:${header.to}'}",
                "to: {uri: 'jms:queue:somewhere.else'}",
                "to: direct:short-form",
                "log: {message: '${body}'}",
                "setHeader: {name: X, expression: {simple: {expression: '${bean:type:java.lang.System?method=exit}'}}}",
                "setHeader: {name: X, expression: {groovy: {expression: 'System.exit(1)'}}}",
                "setHeader: {name: X, expression: {constant: {expression: 'http://evil'}}}",
                "filter: {simple: '${body} == 1'}",
                "filter: {expression: {simple: {expression: '${body.toString()} == 1'}}}"
            })
    void refusesCodePlacesAndBodies(String step) throws IOException {
        assertThat(lint(step)).isNotEmpty();
    }

    @Test
    void refusesAPartnerThatSpeaksForAnother() throws IOException {
        Path file = Files.createDirectories(folder.resolve("partners/h41-lgsp")).resolve("hub-h41-lgsp.camel.yaml");
        Files.writeString(
                file,
                """
                - templatedRoute:
                    routeTemplateRef: hub-queue
                    routeId: hub-h41-lgsp
                    parameters:
                      - name: partner
                        value: g22-portal
                """);

        assertThat(RouteLint.check(file, BEANS)).singleElement().asString().contains("speaks for itself");
    }

    private List<String> lint(String step) throws IOException {
        Path file = folder.resolve("hub-test.camel.yaml");
        Files.writeString(file, ROUTE.formatted("        - " + step));
        return RouteLint.check(file, BEANS);
    }
}
