package vn.dancu.bus.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CatalogCamelContext;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.camel.axis.AxisComponent;
import vn.dancu.bus.camel.axis.AxisEndpoint;
import vn.dancu.bus.camel.delivery.DeliveryComponent;
import vn.dancu.bus.camel.delivery.DeliveryEndpoint;
import vn.dancu.bus.camel.document.DocumentComponent;
import vn.dancu.bus.camel.document.DocumentEndpoint;

/** What tools are told of our blocks is what the blocks are: the catalogue's files beside the classes. */
class CamelCatalogueTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final CatalogCamelContext camel = new DefaultCamelContext();
    private final CamelCatalog catalogue = new DefaultCamelCatalog();

    @Test
    void findsComponentAndDataFormatByTheirNames() throws Exception {
        assertThat(resource("component.properties"))
                .contains("components=inquiry delivery axis document sms enrichment upstream\n");
        assertThat(resource("dataformat.properties")).contains("dataFormats=" + MessageDataFormat.NAME + "\n");
        assertThat(camel.getComponent("inquiry")).isInstanceOf(InquiryComponent.class);
        assertThat(camel.getComponent("axis")).isInstanceOf(AxisComponent.class);
        assertThat(camel.resolveDataFormat(MessageDataFormat.NAME)).isInstanceOf(MessageDataFormat.class);
    }

    @Test
    void lintsTheUriOfAnInquiry() throws IOException {
        catalogue.addComponent(
                "inquiry", InquiryComponent.class.getName(), camel.getComponentParameterJsonSchema("inquiry"));

        assertThat(validation("inquiry:ask?throwFaults=true").isSuccess()).isTrue();
        assertThat(validation("inquiry:refuse").isSuccess()).isTrue();
        assertThat(validation("inquiry:tell").getInvalidEnum()).containsKey("operation");
        assertThat(validation("inquiry:ask?throwFault=true").getUnknown()).containsExactly("throwFault");
        assertThat(validation("inquiry:ask?throwFaults=perhaps").getInvalidBoolean())
                .containsKey("throwFaults");
    }

    @Test
    void describesTheDocumentsOfTheAxis() throws IOException {
        catalogue.addComponent(
                "document", DocumentComponent.class.getName(), camel.getComponentParameterJsonSchema("document"));

        assertThat(validation("document:accepted?concurrentConsumers=8").isSuccess())
                .isTrue();
        assertThat(validation("document:take").isSuccess()).isTrue();
        assertThat(validation("document:forget").getInvalidEnum()).containsKey("operation");
        assertThat(options(camel.getComponentParameterJsonSchema("document")).keySet())
                .isEqualTo(setters(DocumentEndpoint.class, DocumentEndpoint.class.getDeclaredMethods()));
    }

    @Test
    void describesTheDeliveriesOfSources() throws IOException {
        catalogue.addComponent(
                "enrichment",
                "vn.dancu.bus.camel.enrichment.EnrichmentComponent",
                camel.getComponentParameterJsonSchema("enrichment"));

        assertThat(validation("enrichment:file").isSuccess()).isTrue();
        assertThat(validation("enrichment:take").getInvalidEnum()).containsKey("operation");
    }

    @Test
    void lintsTheUriOfTheAxis() throws IOException {
        catalogue.addComponent("axis", AxisComponent.class.getName(), camel.getComponentParameterJsonSchema("axis"));

        assertThat(validation("axis:received?account=h41&messageType=status&concurrency=8")
                        .isSuccess())
                .isTrue();
        assertThat(validation("axis:update-status").isSuccess()).isTrue();
        assertThat(validation("axis:fetch").getInvalidEnum()).containsKey("operation");
        assertThat(validation("axis:received?messageType=letter").getInvalidEnum())
                .containsKey("messageType");
    }

    @Test
    void describesEveryOptionOfTheEndpoints() throws IOException {
        assertThat(options(camel.getComponentParameterJsonSchema("inquiry")).keySet())
                .isEqualTo(setters(InquiryEndpoint.class, InquiryEndpoint.class.getDeclaredMethods()));
        assertThat(options(camel.getComponentParameterJsonSchema("axis")).keySet())
                .isEqualTo(setters(AxisEndpoint.class, AxisEndpoint.class.getDeclaredMethods()));
    }

    @Test
    void lintsTheUriOfADelivery() throws IOException {
        catalogue.addComponent(
                "delivery", DeliveryComponent.class.getName(), camel.getComponentParameterJsonSchema("delivery"));

        assertThat(validation("delivery:axis?destination=a&onceHeader=RouteId").isSuccess())
                .isTrue();
        assertThat(validation("delivery:axis?operation=lose").getInvalidEnum()).containsKey("operation");
        assertThat(options(camel.getComponentParameterJsonSchema("delivery")).keySet())
                .isEqualTo(setters(DeliveryEndpoint.class, DeliveryEndpoint.class.getDeclaredMethods()));
    }

    @Test
    void describesEveryOptionOfTheDataFormatWithItsDefault() throws Exception {
        String schema = camel.getDataFormatParameterJsonSchema(MessageDataFormat.NAME);
        catalogue.addDataFormat(MessageDataFormat.NAME, MessageDataFormat.class.getName(), schema);
        Map<String, JsonNode> options = options(schema);

        assertThat(catalogue.dataFormatModel(MessageDataFormat.NAME).getOptions())
                .hasSameSizeAs(options.keySet());
        assertThat(options.keySet())
                .isEqualTo(setters(MessageDataFormat.class, MessageDataFormat.class.getDeclaredMethods()));
        for (Map.Entry<String, JsonNode> option : options.entrySet()) {
            Field field = MessageDataFormat.class.getDeclaredField(option.getKey());
            field.setAccessible(true);
            Object value = field.get(new MessageDataFormat());
            boolean none = value == null || "".equals(value);
            assertThat(option.getValue().path("defaultValue").asText(""))
                    .as(option.getKey())
                    .isEqualTo(none ? "" : value.toString());
            assertThat(option.getValue().path("javaType").asText())
                    .isEqualTo(field.getType().getName());
        }
    }

    /** By these files tools see what a jar brings; other jars on the path have theirs. */
    private static String resource(String name) throws IOException {
        return java.nio.file.Files.readString(
                java.nio.file.Path.of("src/main/resources/META-INF/services/org/apache/camel", name));
    }

    private EndpointValidationResult validation(String uri) {
        return catalogue.validateEndpointProperties(uri);
    }

    private static Map<String, JsonNode> options(String schema) throws IOException {
        Map<String, JsonNode> options = new TreeMap<>();
        MAPPER.readTree(schema)
                .path("properties")
                .properties()
                .forEach(one -> options.put(one.getKey(), one.getValue()));
        return options;
    }

    private static Set<String> setters(Class<?> type, Method... methods) {
        return Arrays.stream(methods)
                .filter(method -> method.getDeclaringClass() == type)
                .map(Method::getName)
                .filter(name -> name.startsWith("set") && !name.equals("setCamelContext"))
                .map(name -> name.substring(3, 4).toLowerCase(java.util.Locale.ROOT) + name.substring(4))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
