package vn.dancu.bus.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Finding;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.CitizenQuery;

/** Routes of a few lines of YAML, as an operator writes them, over the data formats. */
class MessageDataFormatTest extends CamelTestSupport {

    private static final Path EXAMPLES = Path.of("schemas/edxml/v1/examples");
    private static final Path QUESTION = Path.of("schemas/population/v1/examples/cung-cap-ho-gia-dinh.xml");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final MessageContext CONTEXT = MessageContext.create();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.getRegistry().bind("messages", MessageContext.class, CONTEXT);
        NamedFormats.bind(camel);
        route(camel, "edxml-to-json", unmarshal("edxml-xml"), marshal("edxml-json"));
        route(camel, "edxml-to-xml", unmarshal("edxml-json"), marshal("edxml-xml"));
        route(camel, "edxml-and-back", unmarshal("edxml"), marshal("edxml"));
        route(camel, "question-to-json", unmarshal("population-xml"), marshal("population-json"));
        route(camel, "question", unmarshal("population"));
        route(camel, "lenient", option("unmarshal", "family: citizen, reaction: lenient"), marshal("citizen-xml"));
        route(camel, "citizen", unmarshal("citizen-xml"));
        route(camel, "collecting", option("unmarshal", "family: edxml, reaction: collecting"));
        route(camel, "pretty", unmarshal("edxml"), option("marshal", "family: edxml, format: json, pretty: true"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:people")
                        .to("dataformat:dancu-message:unmarshal?family=citizen&format=xml&records=CongDan")
                        .split(body())
                        .streaming()
                        .to("dataformat:dancu-message:marshal?family=citizen&format=xml")
                        .to("mock:person");
            }
        });
        return camel;
    }

    @Test
    void turnsXmlIntoJsonAndBackInTwoLines() throws Exception {
        byte[] xml = Files.readAllBytes(EXAMPLES.resolve("ba-tep.xml"));

        byte[] json = sent("edxml-to-json", xml).getMessage().getBody(byte[].class);
        byte[] back = sent("edxml-to-xml", json).getMessage().getBody(byte[].class);

        assertThat(MAPPER.readTree(json))
                .isEqualTo(MAPPER.readTree(EXAMPLES.resolve("ba-tep.json").toFile()));
        assertThat(plain(back)).isEqualTo(plain(xml));
    }

    @Test
    void writesWhatWasRead() throws Exception {
        byte[] json = Files.readAllBytes(EXAMPLES.resolve("ba-tep.json"));

        Exchange done = sent("edxml-and-back", json);

        assertThat(done.getProperty(ExchangeKeys.FORMAT)).isEqualTo("json");
        assertThat(MAPPER.readTree(done.getMessage().getBody(byte[].class))).isEqualTo(MAPPER.readTree(json));
    }

    @Test
    void readsAQuestionOfThePopulationService() throws Exception {
        byte[] xml = Files.readAllBytes(QUESTION);

        CitizenQuery question = sent("question", xml).getMessage().getBody(CitizenQuery.class);
        JsonNode json =
                MAPPER.readTree(sent("question-to-json", xml).getMessage().getBody(byte[].class));

        assertThat(question.requestId()).isEqualTo(json.path("maYeuCau").asText());
        assertThat(json.path("dichVu").asText()).isEqualTo("CungCapThongTinHoGiaDinh");
    }

    @Test
    void throwsTheRefusalItself() {
        Exception failure = sent("edxml-to-json", "not XML".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .getException();

        assertThat(failure).isInstanceOfSatisfying(BusException.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(ErrorCode.MESSAGE_MALFORMED));
    }

    @Test
    void refusesCollectsOrKeepsWhatDeviates() throws Exception {
        byte[] deviating = Files.readAllBytes(EXAMPLES.resolve("broken/no-from.xml"));
        byte[] strange = Files.readAllBytes(Path.of("schemas/citizen/v1/examples/broken/unknown-element.xml"));

        Exchange collected = sent("collecting", deviating);

        assertThat(sent("edxml-to-json", deviating).getException()).isInstanceOf(BusException.class);
        assertThat(collected.getException()).isNull();
        assertThat(collected.getProperty(ExchangeKeys.FINDINGS, List.class))
                .isNotEmpty()
                .allMatch(Finding.class::isInstance);
        assertThat(sent("citizen", strange).getException()).isInstanceOf(BusException.class);
        assertThat(sent("lenient", strange).getMessage().getBody(String.class)).contains("<X");
    }

    @Test
    void convertsAMessageWhereARouteWritesIt() throws Exception {
        byte[] json = Files.readAllBytes(EXAMPLES.resolve("ba-tep.json"));
        MockEndpoint end = getMockEndpoint("mock:collecting");

        sent("collecting", json);

        Exchange read = end.getExchanges().get(0);
        assertThat(read.getMessage().getBody()).isInstanceOf(Message.class);
        assertThat(read.getMessage().getBody(String.class)).startsWith("{");
        assertThat(read.getMessage().getBody(JsonNode.class)).isEqualTo(MAPPER.readTree(json));
    }

    @Test
    void writesPrettily() throws Exception {
        String json = sent("pretty", Files.readAllBytes(EXAMPLES.resolve("ba-tep.xml")))
                .getMessage()
                .getBody(String.class);

        assertThat(json).contains("\n  ");
    }

    @Test
    void readsRecordsOneAtATimeForASplit() throws Exception {
        MockEndpoint people = getMockEndpoint("mock:person");
        people.expectedMessageCount(1);

        sent("people", Files.readAllBytes(Path.of("schemas/citizen/v1/examples/mot-cong-dan.xml")));

        people.assertIsSatisfied();
        assertThat(people.getExchanges().get(0).getMessage().getBody(String.class))
                .contains("SoDinhDanh");
    }

    @Test
    void stopsTheStartOfARouteWithAnOptionThatIsNone() {
        assertThatThrownBy(() -> {
                    route(context, "fax", option("unmarshal", "family: fax"));
                    template.sendBody("direct:fax", "x");
                })
                .hasStackTraceContaining("there is no family fax with version 1");
        assertThatThrownBy(() -> route(context, "loose", option("unmarshal", "family: edxml, reaction: loose")))
                .hasStackTraceContaining("reaction takes strict, lenient, collecting");
    }

    private Exchange sent(String route, byte[] body) {
        return template.send(
                "direct:" + route, exchange -> exchange.getMessage().setBody(new ByteArrayInputStream(body)));
    }

    private static JsonNode plain(byte[] xml) throws IOException {
        try (Message message = CONTEXT.xml(Version.EDXML_V1).read(new ByteArrayInputStream(xml))) {
            return MAPPER.readTree(CONTEXT.json(Version.EDXML_V1).write(message));
        }
    }

    private static String unmarshal(String name) {
        return "unmarshal: {custom: {ref: " + name + "}}";
    }

    private static String marshal(String name) {
        return "marshal: {custom: {ref: " + name + "}}";
    }

    private static String option(String operation, String options) {
        return "to: {uri: dataformat:dancu-message:" + operation + ", parameters: {" + options + "}}";
    }

    private static void route(CamelContext camel, String id, String... steps) throws Exception {
        StringBuilder yaml = new StringBuilder(
                "- route:\n    id: " + id + "\n    from:\n      uri: direct:" + id + "\n      steps:\n");
        for (String step : steps) {
            yaml.append("        - ").append(step).append('\n');
        }
        yaml.append("        - to: {uri: mock:").append(id).append("}\n");
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(id + ".camel.yaml", yaml.toString()));
    }
}
