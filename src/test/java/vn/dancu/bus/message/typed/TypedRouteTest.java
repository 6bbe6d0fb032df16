package vn.dancu.bus.message.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.xmlunit.assertj3.XmlAssert;
import vn.dancu.bus.camel.NamedFormats;
import vn.dancu.bus.message.Message;
import vn.dancu.schema.citizen.v1.CongdanCollection;

/** Objects of the classes in routes: by Camel's own {@code jaxb}, and by the library, which keeps what JAXB drops. */
class TypedRouteTest extends CamelTestSupport {

    private static final String ROUTE =
            """
            - route:
                id: rename
                from:
                  uri: direct:rename
                  steps:
                    - unmarshal:
                        jaxb:
                          contextPath: vn.dancu.schema.citizen.v1
                    - setHeader:
                        name: given
                        simple: "${body.congDan[0].hoVaTen.ten}"
                    - script:
                        simple: "${body.congDan[0].hoVaTen.setTen('Bình')}"
                    - marshal:
                        jaxb:
                          contextPath: vn.dancu.schema.citizen.v1
            """;

    /** What a bean of a route takes and gives. */
    public static final class Renaming {
        public CongdanCollection rename(CongdanCollection people) {
            people.getCongDan().get(0).getHoVaTen().setTen("Bình");
            return people;
        }
    }

    @Test
    void aBeanTakesAnObjectOfAMessageAndJsonIsWrittenOfWhatItGives() throws Exception {
        NamedFormats.bind(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:typed")
                        .unmarshal("citizen")
                        .bean(new Renaming())
                        .marshal("citizen-json")
                        .unmarshal("citizen")
                        .convertBodyTo(CongdanCollection.class)
                        .convertBodyTo(Message.class)
                        .marshal("citizen-xml");
            }
        });
        String document = Files.readString(Path.of("schemas/citizen/v1/examples/mot-cong-dan.xml"));

        var answer = template.request(
                "direct:typed", exchange -> exchange.getMessage().setBody(document));

        assertThat(answer.getException()).isNull();
        XmlAssert.assertThat(answer.getMessage().getBody(String.class))
                .and(document.replaceFirst("<dc:Ten>An</dc:Ten>", "<dc:Ten>Bình</dc:Ten>"))
                .ignoreWhitespace()
                .areSimilar();
    }

    @Test
    void camelsOwnJaxbReadsChangesAndWrites() throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("rename.yaml", ROUTE));
        String document = Files.readString(Path.of("schemas/citizen/v1/examples/mot-cong-dan.xml"));

        var answer = template.request(
                "direct:rename", exchange -> exchange.getMessage().setBody(document));

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader("given")).isEqualTo("An");
        XmlAssert.assertThat(answer.getMessage().getBody(String.class))
                .and(document.replaceFirst("<dc:Ten>An</dc:Ten>", "<dc:Ten>Bình</dc:Ten>"))
                .ignoreWhitespace()
                .areSimilar();
    }
}
