package vn.dancu.bus.shelf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators may write passes; what could run code, hide a place or speak for another does not. */
class RouteLintTest {

    static final String NAME = "test-route.camel.yaml";

    static final String ROUTE =
            """
            - route:
                id: test-route
                description: A route that shows what may be written
                routeConfigurationId: test-errors
                from:
                  uri: direct:test-route
                  steps:
                    - %s
            """;

    static final RouteFile ERRORS = new RouteFile(
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

    private static final RouteFile TEMPLATE = new RouteFile(
            "templates/test-lane.camel.yaml",
            """
            - routeTemplate:
                id: test-lane
                description: A lane that shows what a template may be
                parameters:
                  - name: partner
                    description: The partner whose lane it is
                  - name: consumers
                    description: How many messages at a time
                    defaultValue: "2"
                route:
                  id: lane-{{partner}}
                  description: The lane of one partner of the test
                  routeConfigurationId: test-errors
                  from:
                    uri: jms:queue:test.{{partner}}.in
                    parameters: {concurrentConsumers: "{{consumers}}"}
                    steps:
                      - bean: {ref: gateway, method: addressAnswer}
            """,
            true);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bean: {ref: gateway, method: addressAnswer}",
                "to: {uri: '{{dancu.channel.hub-answers}}'}",
                "wireTap: {uri: '{{dancu.channel.hub-answers}}'}",
                "to: {uri: direct:test-route}",
                "setProperty: {name: RouteKind, expression: {constant: {expression: h41-lgsp}}}",
                "setHeader: {name: RouteKind, expression: {constant: {expression: statistics}}}",
                "removeHeaders: {pattern: '*', excludePattern: 'Route*'}",
                "multicast: {steps: [{to: {uri: direct:test-route}}]}",
                "to: {uri: dataformat:dancu-message:unmarshal, parameters: {family: edxml, reaction: lenient, limits: large}}",
                "to: {uri: dataformat:dancu-message:marshal, parameters: {family: edxml, format: json, pretty: true}}",
                "filter: {expression: {simple: {expression: \"${exchangeProperty.DanCuOutcome} == 'refused'\"}}, steps: "
                        + "[{bean: {ref: gateway, method: addressAnswer}}]}",
                "choice: {when: [{expression: {simple: {expression: \"${header.RouteKind} in 'a,b'\"}}, steps: "
                        + "[{to: {uri: direct:test-route}}]}], otherwise: {steps: [{to: {uri: direct:test-route}}]}}"
            })
    void allowsWiring(String step) {
        assertThat(lint(step)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key-unknown | bean: {beanType: java.lang.Runtime, ref: gateway, method: addressAnswer}",
                "text        | bean: {ref: gateway, method: 'addressAnswer(${body})'}",
                "call        | bean: {ref: dataSource, method: getConnection}",
                "key-unknown | bean: {ref: gateway, method: addressAnswer, scope: Prototype}",
                "key-unknown | script: {expression: {simple: {expression: x}}}",
                "key-unknown | process: {ref: gateway}",
                "key-unknown | toD: {uri: 'jms:queue:${header.to}'}",
                "key-unknown | log: {message: '${body}'}",
                "key-unknown | recipientList: {expression: {constant: {expression: a}}}",
                "key-unknown | loadBalance: {steps: [{to: {uri: direct:test-route}}]}",
                "key-unknown | doTry: {steps: [{to: {uri: direct:test-route}}]}",
                "key-unknown | kamelet: {name: sink}",
                "key-unknown | enrich: {expression: {constant: {expression: a}}}",
                "key-unknown | throwException: {exceptionType: java.lang.Error}",
                "endpoint    | to: {uri: 'jms:queue:somewhere.else'}",
                "endpoint    | to: {uri: 'direct:test-route?timeout=1'}",
                "endpoint    | to: {uri: '{{dancu.channel.hub-answers}}?replyTo=evil'}",
                "endpoint    | to: {uri: '{{dancu.channel.audit-events}}'}",
                "endpoint    | to: {uri: '{{dancu.audit.topic}}'}",
                "endpoint    | to: {uri: '{{env:TARGET}}'}",
                "endpoint    | to: {uri: '{{dancu.channel.x:http://evil}}'}",
                "endpoint    | to: {uri: 'bean:gateway?method=addressDeadLetter'}",
                "endpoint    | to: {uri: 'language:groovy:1'}",
                "endpoint    | to: {uri: 'resource:classpath:x'}",
                "endpoint    | to: {uri: 'controlbus:route?routeId=x&action=stop'}",
                "endpoint    | to: {uri: 'dataformat:serialization:unmarshal'}",
                "text        | to: {uri: 'dataformat:dancu-message:unmarshal', parameters: {family: '#class:evil.Type'}}",
                "key-unknown | to: {uri: 'dataformat:dancu-message:unmarshal', parameters: {camelContext: x}}",
                "mapping     | to: direct:short-form",
                "key-unknown | to: {uri: '{{dancu.channel.hub-answers}}', parameters: {replyTo: evil}}",
                "key-unknown | to: {uri: direct:test-route, variableSend: x}",
                "direct-unknown | to: {uri: direct:partner-notices}",
                "text        | setHeader: {name: CamelJmsDestinationName, expression: {constant: {expression: a}}}",
                "text        | setHeader: {name: JMSReplyTo, expression: {constant: {expression: a}}}",
                "text        | setHeader: {name: 'kafka.OVERRIDE_TOPIC', expression: {constant: {expression: a}}}",
                "text        | setProperty: {name: CamelToEndpoint, expression: {constant: {expression: a}}}",
                "text        | setHeader: {name: RouteA, expression: {constant: {expression: 'resource:file:/etc/passwd'}}}",
                "text        | setHeader: {name: RouteA, expression: {constant: {expression: '{{dancu.system.master-key}}'}}}",
                "text        | setHeader: {name: RouteA, expression: {constant: {expression: 'http://evil'}}}",
                "key-unknown | setHeader: {name: RouteA, expression: {simple: {expression: '${body}'}}}",
                "key-unknown | setHeader: {name: RouteA, expression: {groovy: {expression: 'System.exit(1)'}}}",
                "key-unknown | setHeader: {name: RouteA, expression: {constant: {expression: a, resultType: evil.Type}}}",
                "key-unknown | setHeader: {name: RouteA, constant: a}",
                "key-unknown | filter: {simple: '${body} == 1', steps: [{to: {uri: direct:test-route}}]}",
                "text        | filter: {expression: {simple: {expression: '${header.A} == word'}}, steps: [{to: {uri: direct:test-route}}]}",
                "text        | filter: {expression: {simple: {expression: '${body.toString()} == 1'}}, steps: [{to: {uri: direct:test-route}}]}",
                "text        | filter: {expression: {simple: {expression: '${header.A.class.name} == 1'}}, steps: [{to: {uri: direct:test-route}}]}",
                "text        | filter: {expression: {simple: {expression: '${header.A} == ${bean:type:java.lang.System?method=exit}'}}, steps: [{to: {uri: direct:test-route}}]}",
                "text        | filter: {expression: {simple: {expression: '${header.A} == 1 && ${body} == 2'}}, steps: [{to: {uri: direct:test-route}}]}",
                "key-missing | filter: {expression: {simple: {expression: '${header.A} == 1'}}}",
                "list        | multicast: {steps: []}",
                "key-unknown | multicast: {aggregationStrategy: '#class:evil.Type', steps: [{to: {uri: direct:test-route}}]}",
                "key-twice   | to: {uri: direct:test-route, uri: direct:other}",
                "key-one     | {to: {uri: direct:test-route}, bean: {ref: gateway, method: addressDeadLetter}}",
                "key-one     | {}",
                "key-unknown | {<<: {to: {uri: direct:test-route}}}",
                "key-unknown | {[to]: {uri: direct:test-route}}",
                "file-yaml   | to: {uri: !!java.net.URL ['http://evil']}",
                "file-yaml   | to: &step {uri: direct:test-route}"
            })
    void refusesCodePlacesAndWhatHidesThem(String rule, String step) {
        assertThat(lint(step)).extracting(finding -> finding.rule().code()).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file-beans  | beans: [{name: x, type: java.lang.Runtime}]",
                "key-unknown | rest: {path: /x, get: [{to: 'direct:test-route'}]}",
                "bundle-errors | from: {uri: direct:test-route, steps: [{to: {uri: direct:test-route}}]}",
                "key-unknown | errorHandler: {refErrorHandler: {ref: evil}}",
                "key-unknown | onException: {exception: [java.lang.Throwable], steps: [{bean: {beanType: evil.Type}}]}",
                "key-unknown | intercept: {steps: [{to: {uri: direct:test-route}}]}",
                "key-unknown | onCompletion: {steps: [{to: {uri: direct:test-route}}]}",
                "key-unknown | dataFormats: {json: {}}"
            })
    void refusesEveryOtherRoot(String rule, String root) {
        assertThat(lintOf(new RouteFile(NAME, "- " + root, true)))
                .extracting(finding -> finding.rule().code())
                .contains(rule);
    }

    @ParameterizedTest
    @MethodSource
    void refusesTextsThatTwoParsersCouldReadDifferently(String text, RouteRule rule) {
        assertThat(lintOf(new RouteFile(NAME, text, true)))
                .extracting(RouteFinding::rule)
                .contains(rule);
    }

    static Stream<Arguments> refusesTextsThatTwoParsersCouldReadDifferently() {
        String right = ROUTE.formatted("to: {uri: direct:test-route}");
        return Stream.of(
                Arguments.of("# a\u0085- beans: []\n" + right, RouteRule.FILE_CHARACTERS),
                Arguments.of("# a\u2028\"\n" + right, RouteRule.FILE_CHARACTERS),
                Arguments.of("\ufeff" + right, RouteRule.FILE_CHARACTERS),
                Arguments.of("# a\rb\n" + right, RouteRule.FILE_CHARACTERS),
                Arguments.of("#\ta\n" + right, RouteRule.FILE_CHARACTERS),
                Arguments.of("# \u202e\n" + right, RouteRule.FILE_CHARACTERS),
                Arguments.of("%YAML 1.1\n---\n" + right, RouteRule.FILE_YAML),
                Arguments.of(right + "---\n- beans: []\n", RouteRule.FILE_YAML),
                Arguments.of(right + right, RouteRule.ID_TWICE),
                Arguments.of(right.repeat(13), RouteRule.FILE_ONE),
                Arguments.of("", RouteRule.FILE_YAML),
                Arguments.of("route: {}", RouteRule.FILE_YAML),
                Arguments.of("- a: [", RouteRule.FILE_YAML),
                Arguments.of("- " + "[".repeat(5000) + "]".repeat(5000), RouteRule.FILE_YAML));
    }

    @Test
    void holdsSizesSmall() {
        String step = "multicast: {steps: [%s]}";
        String nested = step.formatted(
                "{" + step.formatted("{" + step.formatted("{to: {uri: direct:test-route}}") + "}") + "}");
        String many = "bean: {ref: gateway, method: addressDeadLetter}\n"
                + "        - bean: {ref: gateway, method: addressDeadLetter}\n".repeat(12);

        assertThat(lint(nested)).extracting(RouteFinding::rule).contains(RouteRule.DEPTH);
        assertThat(lint(many)).extracting(RouteFinding::rule).contains(RouteRule.STEPS);
        assertThat(lintOf(new RouteFile(
                        NAME, ROUTE.formatted("to: {uri: direct:test-route}") + "# more\n".repeat(60), true)))
                .extracting(RouteFinding::rule, RouteFinding::line)
                .contains(tuple(RouteRule.FILE_LINES, 61));
    }

    @Test
    void saysFileLineColumnRuleMessageAndRepair() {
        List<RouteFinding> findings = lint("bean: {ref: gateway, methode: addressAnswer}");

        assertThat(findings).first().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(NAME);
            assertThat(finding.line()).isEqualTo(8);
            assertThat(finding.column()).isPositive();
        });
        assertThat(findings)
                .filteredOn(finding -> finding.rule() == RouteRule.KEY_UNKNOWN)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.column()).isEqualTo(32);
                    assertThat(finding.message(Locale.ENGLISH)).isEqualTo("The vocabulary has no \"methode\" here.");
                    assertThat(finding.repair(Locale.ENGLISH)).isEqualTo("Use: ref, method, id, description.");
                    assertThat(finding.message(new Locale("vi"))).isEqualTo("Từ vựng không có \"methode\" ở đây.");
                });
    }

    @Test
    void neverRepeatsAValue() {
        List<RouteFinding> findings = lint("to: {uri: 'http://u:mat-khau@10.0.0.1', 'mat khau': mat-khau}");

        assertThat(findings).hasSizeGreaterThan(1).allSatisfy(finding -> assertThat(
                        finding.message(Locale.ENGLISH) + finding.repair(Locale.ENGLISH) + finding.values())
                .doesNotContain("mat-khau", "mat khau", "10.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "h41-lgsp, h41-lgsp, '', ''",
        "h41-lgsp, g22-portal, '', partner",
        "h41-lgsp, h41-lgsp, PARTNER: g22-portal, text",
        "h41-lgsp, h41-lgsp, partners: g22-portal, parameter-unknown",
        "h41-lgsp, h41-lgsp, location: 'file:/tmp/evil.camel.yaml', text",
        "h41-lgsp, h41-lgsp, consumers: '{{dancu.system.master-key}}', text",
        "h41-lgsp, h41-lgsp, consumers: '4?replyTo=evil', text",
        "h41-lgsp, h41-lgsp, partner: g22-portal, parameter-twice",
        "h41-lgsp, h41-lgsp, dancu.channel.hub-answers: evil, text"
    })
    void letsAHubSpeakForItselfOnly(String folderName, String partner, String more, String rule) {
        String second = more.isEmpty() ? "" : "- {name: %s, value: \"%s\"}".formatted((Object[]) more.split(": ", 2));
        RouteFile lane = new RouteFile(
                "partners/" + folderName + "/hub-" + folderName + ".camel.yaml",
                """
                - templatedRoute:
                    routeTemplateRef: test-lane
                    routeId: hub-%s
                    parameters:
                      - {name: partner, value: "%s"}
                      %s
                """
                        .formatted(folderName, partner, second),
                true);

        List<String> rules = RouteLint.check(List.of(lane, ERRORS, TEMPLATE)).findings().stream()
                .map(finding -> finding.rule().code())
                .toList();

        assertThat(rules).isEqualTo(rule.isEmpty() ? List.of() : rules);
        assertThat(rules).containsAll(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void comparesWhatFilesNameOfOneAnother() {
        RouteFile route = new RouteFile(NAME, ROUTE.formatted("to: {uri: direct:test-route}"), true);
        RouteFile twice = new RouteFile("other/" + NAME, route.text(), true);
        RouteFile elsewhere = new RouteFile(
                "other.camel.yaml",
                route.text().replace("id: test-route", "id: other").replace("test-errors", "none"),
                true);

        assertThat(RouteLint.check(List.of(route, twice, elsewhere, ERRORS)).findings())
                .extracting(RouteFinding::file, RouteFinding::rule)
                .containsExactlyInAnyOrder(
                        tuple("other/" + NAME, RouteRule.ID_TWICE),
                        tuple("other.camel.yaml", RouteRule.ENTRY),
                        tuple("other.camel.yaml", RouteRule.CONFIGURATION_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: lane-{{partner}}           | id: lane-{{other}}                | text",
                "jms:queue:test.{{partner}}.in  | \"{{partner}}:queue:test\"        | endpoint",
                "jms:queue:test.{{partner}}.in  | jms:queue:test.{{dancu.system.x}} | endpoint",
                "method: addressAnswer              | method: '{{partner}}'             | text",
                "name: consumers                | name: dancu.channel.hub-answers   | text",
                "{concurrentConsumers: \"{{consumers}}\"} | {connectionFactory: '#class:evil.Type'} | key-unknown",
                "{concurrentConsumers: \"{{consumers}}\"} | {disableReplyTo: true} | parameter-unused"
            })
    void letsATemplateUseItsOwnParametersOnly(String from, String to, String rule) {
        RouteFile template = new RouteFile(TEMPLATE.path(), TEMPLATE.text().replace(from, to), true);

        assertThat(lintOf(template))
                .extracting(finding -> finding.rule().code())
                .contains(rule);
        assertThat(lintOf(TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A route that reads {{dancu.system.master-key}}", "\"What \\u202e may be written in a route\""})
    void takesNoSettingAndNoOddCharacterInADescription(String description) {
        String text = ROUTE.formatted("to: {uri: direct:test-route}")
                .replace("A route that shows what may be written", description);

        assertThat(lintOf(new RouteFile(NAME, text, true)))
                .extracting(RouteFinding::rule)
                .containsExactly(RouteRule.TEXT);
    }

    private static List<RouteFinding> lint(String step) {
        return lintOf(new RouteFile(NAME, ROUTE.formatted(step), true));
    }

    private static List<RouteFinding> lintOf(RouteFile file) {
        return RouteLint.check(List.of(file, ERRORS)).findings();
    }
}
