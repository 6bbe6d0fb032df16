package vn.dancu.bus.message.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.xmlunit.assertj3.XmlAssert;

/** Camel's own {@code jaxb} works with the classes, in a route as an operator writes one. */
class JaxbRouteTest extends CamelTestSupport {

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

    @Test
    void readsChangesAndWrites() throws Exception {
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
