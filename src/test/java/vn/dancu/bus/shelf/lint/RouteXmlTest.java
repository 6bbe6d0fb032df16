package vn.dancu.bus.shelf.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutesDefinition;
import org.apache.camel.spi.ModelToXMLDumper;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.xml.jaxb.JaxbHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes in XML go through the same lint, and what is loaded of them is what Camel itself would read. */
class RouteXmlTest {

    private static final String NAME = "test-route.camel.xml";

    private static final String ROUTE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- An integrator may write this. -->
            <routes xmlns="http://camel.apache.org/schema/spring">
              <route id="test-route" routeConfigurationId="test-errors">
                <description>A route that shows what may be written</description>
                <from uri="jms:queue:dancu.channel.test.xml?concurrentConsumers=2&amp;mapJmsMessage=false"/>
                <unmarshal><custom ref="population-xml"/></unmarshal>
                <choice>
                  <when>
                    <simple>${header.RouteKind} == 'a'</simple>
                    <setHeader name="RouteKind"><constant>b</constant></setHeader>
                    <to uri="inquiry:ask?throwFaults=true"/>
                  </when>
                  <otherwise>
                    <removeHeaders pattern="Route*"/>
                  </otherwise>
                </choice>
                <filter>
                  <simple><![CDATA[${header.RouteKind} == 'b']]></simple>
                  <bean ref="gateway" method="addressAnswer"/>
                </filter>
                <multicast parallelProcessing="true">
                  <to uri="{{dancu.channel.hub-answers}}"/>
                  <wireTap uri="{{dancu.channel.hub-answers}}"/>
                </multicast>
              </route>
            </routes>
            """;

    private static final String OTHERS =
            """
            <camel>
              <routeConfigurations>
                <routeConfiguration id="xml-errors">
                  <description>What happens when a message fails</description>
                  <onException useOriginalMessage="true" redeliveryPolicyRef="hubRedelivery">
                    <exception>vn.dancu.bus.kernel.BusException</exception>
                    <exception>java.lang.Throwable</exception>
                    <handled><constant>true</constant></handled>
                    <bean ref="gateway" method="addressDeadLetter"/>
                  </onException>
                </routeConfiguration>
              </routeConfigurations>
              <routeTemplate id="xml-lane" description="A lane that shows what a template may be">
                <templateParameter name="partner" description="The partner whose lane it is"/>
                <templateParameter name="consumers" defaultValue="2" description="How many messages at a time"/>
                <route id="lane-{{partner}}" description="The lane of one partner" routeConfigurationId="xml-errors">
                  <from uri="jms:queue:test.{{partner}}.in?concurrentConsumers={{consumers}}"/>
                  <bean ref="gateway" method="addressAnswer"/>
                </route>
              </routeTemplate>
            </camel>
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void isReadAsCamelReadsIt() throws Exception {
        RouteReport report = lint(NAME, ROUTE);
        assertThat(report.findings()).isEmpty();
        String yaml = report.right().stream()
                .filter(outline -> outline.id().equals("test-route"))
                .findFirst()
                .orElseThrow()
                .file()
                .text();

        try (CamelContext camel = new DefaultCamelContext()) {
            RoutesDefinition camels = (RoutesDefinition) JaxbHelper.loadRoutesDefinition(
                    camel, new ByteArrayInputStream(ROUTE.getBytes(StandardCharsets.UTF_8)));
            PluginHelper.getRoutesLoader(camel)
                    .findRoutesBuilders(ResourceHelper.fromString("test-route.camel.yaml", yaml))
                    .forEach(builder -> add(camel, builder));
            RouteDefinition ours = camel.getCamelContextExtension()
                    .getContextPlugin(Model.class)
                    .getRouteDefinitions()
                    .get(0);

            assertThat(dumped(camel, ours))
                    .isEqualTo(dumped(camel, camels.getRoutes().get(0)));
        }
    }

    private static void add(CamelContext camel, org.apache.camel.RoutesBuilder builder) {
        try {
            ((org.apache.camel.builder.RouteBuilder) builder).configure();
            camel.getCamelContextExtension()
                    .getContextPlugin(Model.class)
                    .addRouteDefinitions(((org.apache.camel.builder.RouteBuilder) builder)
                            .getRouteCollection()
                            .getRoutes());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dumped(CamelContext camel, RouteDefinition route) throws Exception {
        ModelToXMLDumper dumper = PluginHelper.getModelToXMLDumper(camel);
        return dumper.dumpModelAsXml(camel, route)
                .replaceAll(" (customId|sourceLineNumber|sourceLocation|xmlns(:\\w+)?)=\"[^\"]*\"", "")
                .replaceAll("\\s*<description>.*</description>", "")
                .replaceAll(" description=\"[^\"]*\"", "");
    }

    @Test
    void holdsTemplatesAndErrorConfigurations() {
        RouteReport report = RouteLint.check(List.of(), List.of(new RouteFile("others.camel.xml", OTHERS, true)));

        assertThat(report.findings()).isEmpty();
        assertThat(report.right()).extracting(RouteOutline::id).containsExactly("xml-errors", "xml-lane");
        assertThat(report.right().get(1).names(RouteOutline.Subject.DECLARED_PARAMETER))
                .containsExactly("partner", "consumers");
    }

    @Test
    void saysTheLineOfTheXml() {
        assertThat(lint(NAME, ROUTE.replace("<removeHeaders pattern=\"Route*\"/>", "<script>x</script>"))
                        .findings())
                .extracting(RouteFinding::line, RouteFinding::rule)
                .contains(tuple(15, RouteRule.KEY_UNKNOWN));
        assertThat(lint(NAME, ROUTE.replace("id=\"test-route\"", "id=\"other\""))
                        .findings())
                .extracting(RouteFinding::line, RouteFinding::rule)
                .contains(tuple(4, RouteRule.FILE_NAME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ref=\"gateway\" | ref=\"gateway\" beanType=\"java.lang.Runtime\" | key-unknown",
                "inquiry:ask?throwFaults=true | inquiry:ask?throwFaults=true&amp;connectionFactory=%23x | key-unknown",
                "inquiry:ask?throwFaults=true | bean:type:java.lang.System?method=exit | endpoint",
                "inquiry:ask?throwFaults=true | {{dancu.channel.hub-answers}}?replyTo=evil | key-unknown",
                "<simple>${header.RouteKind} == 'a'</simple> | <groovy>System.exit(1)</groovy> | key-unknown",
                "<simple>${header.RouteKind} == 'a'</simple> | <simple>${bean:type:x?method=y} == 'a'</simple> | text",
                "<simple>${header.RouteKind} == 'a'</simple> | <simple resultType=\"evil.Type\">${header.A} == 'a'</simple> | key-unknown",
                "<constant>b</constant> | <constant>resource:file:/etc/passwd</constant> | text",
                "<removeHeaders pattern=\"Route*\"/> | <process ref=\"gateway\"/> | key-unknown",
                "<removeHeaders pattern=\"Route*\"/> | <x:removeHeaders xmlns:x=\"urn:other\" pattern=\"*\"/> | key-unknown",
                "<removeHeaders pattern=\"Route*\"/> | <removeHeaders pattern=\"Route*\" x:y=\"1\" xmlns:x=\"urn:x\"/> | key-unknown",
                "<removeHeaders pattern=\"Route*\"/> | <removeHeaders pattern=\"Route*\">text</removeHeaders> | key-unknown",
                "<removeHeaders pattern=\"Route*\"/> | <from uri=\"direct:test-route\"/> | key-unknown"
            })
    void keepsTheWall(String right, String wrong, String rule) {
        assertThat(ROUTE).contains(right);
        assertThat(lint(NAME, ROUTE.replace(right, wrong)).findings())
                .extracting(finding -> finding.rule().code())
                .contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE routes [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><routes>&a;</routes> | file-xml",
                "<!DOCTYPE l [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]><routes>&b;</routes> | file-xml",
                "<!DOCTYPE routes SYSTEM 'http://127.0.0.1:1/x.dtd'><routes/> | file-xml",
                "<routes>&undeclared;</routes> | file-xml",
                "<routes><route id='x'> | file-xml",
                "<routes/><routes/> | file-xml",
                "<?xml version='1.0' encoding='UTF-16'?><routes/> | file-xml",
                "<?xml version='1.0' encoding='ISO-8859-1'?><routes/> | file-xml",
                "<?xml-stylesheet href='x'?><routes/> | file-xml",
                "{} | file-xml",
                "'' | file-xml",
                "<routes/> | file-one",
                "<blueprint><route/></blueprint> | key-unknown",
                "<routes><rest path='/x'/></routes> | key-unknown",
                "<beans><bean name='x' type='java.lang.Runtime'/></beans> | key-unknown"
            })
    void refusesHostileXml(String text, String rule) {
        assertThat(lint(NAME, text).findings())
                .extracting(finding -> finding.rule().code())
                .contains(rule);
    }

    @Test
    void refusesWhatIsTooDeepOrMarkedOrInAnotherEncoding() throws Exception {
        assertThat(rules(NAME, "<a>".repeat(5_000) + "</a>".repeat(5_000))).contains(RouteRule.FILE_XML);
        assertThat(rules(NAME, "\ufeff" + ROUTE)).contains(RouteRule.FILE_CHARACTERS);
        assertThat(rules(NAME, ROUTE.replace("may be", "may\u202ebe"))).contains(RouteRule.FILE_CHARACTERS);
        assertThat(rules(NAME, ROUTE.replace("may be", "may&#x202e;be"))).contains(RouteRule.TEXT);
        assertThat(rules(NAME, ROUTE.replace("    <from", "\t<from"))).isEmpty();
        assertThat(rules(NAME, ROUTE + " ".repeat(70_000)))
                .as("as it comes over the API")
                .containsExactly(RouteRule.FILE_UNREADABLE);
        Files.write(folder.resolve(NAME), ROUTE.getBytes(StandardCharsets.UTF_16));
        Files.writeString(folder.resolve("huge.camel.xml"), "<routes>" + " ".repeat(70_000) + "</routes>");

        assertThat(RouteLint.check(RouteFolder.read(folder)).findings())
                .extracting(RouteFinding::rule)
                .containsExactly(RouteRule.FILE_UNREADABLE, RouteRule.FILE_UNREADABLE);
    }

    private static List<RouteRule> rules(String name, String text) {
        return lint(name, text).findings().stream().map(RouteFinding::rule).toList();
    }

    private static RouteReport lint(String name, String text) {
        return RouteLint.check(List.of(new RouteFile(name, text, true), RouteLintTest.ERRORS));
    }
}
