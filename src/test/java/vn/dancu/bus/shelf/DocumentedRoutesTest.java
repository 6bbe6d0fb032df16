package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xmlunit.assertj3.XmlAssert;
import vn.dancu.bus.camel.NamedFormats;
import vn.dancu.bus.shelf.bundle.BundleFolder;
import vn.dancu.bus.shelf.bundle.BundleLint;
import vn.dancu.bus.shelf.lint.RouteFolder;
import vn.dancu.bus.shelf.swap.RouteLoader;
import vn.dancu.bus.shelf.swap.RouteShelf;

/** What the page for writers of routes shows passes the lint, and the route of files runs; {@link RouteShelfIT} asks. */
class DocumentedRoutesTest extends CamelTestSupport {

    private static final Path EXAMPLES = Path.of("schemas/edxml/v1/examples");

    @TempDir
    Path folder = Path.of("");

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        Properties channels = new Properties();
        channels.put("dancu.channel.documents", "file:" + folder.resolve("documents") + "?initialDelay=0");
        channels.put(
                "dancu.channel.documents-json",
                "file:" + folder.resolve("json") + "?fileName=$simple{file:name.noext}.json");
        channels.put("dancu.channel.documents-xml", "file:" + folder.resolve("xml"));
        channels.put("dancu.channel.document-failures", "file:" + folder.resolve("failures"));
        camel.getPropertiesComponent().setInitialProperties(channels);
        NamedFormats.bind(camel);
        return camel;
    }

    @Test
    void passTheLintBesideTheShippedOnes() throws IOException {
        copyShipped();
        int documented = DocumentedRoutes.writeTo(folder.resolve("routes"));

        assertThat(documented).isEqualTo(3);
        assertThat(BundleLint.check(BundleFolder.read(folder.resolve("routes"))).findings())
                .isEmpty();
    }

    @Test
    void turnEdxmlIntoJsonAndBack() throws IOException {
        DocumentedRoutes.writeTo(folder.resolve("routes"));
        Files.delete(folder.resolve("routes/statistics/answers-to-kafka.camel.yaml"));
        RouteShelf shelf = new RouteShelf(new RouteLoader(context), Duration.ofSeconds(1), true);
        shelf.open(List.of(), RouteFolder.read(folder.resolve("routes")));
        assertThat(shelf.state().rejected()).isEmpty();

        Files.copy(
                EXAMPLES.resolve("ba-tep.xml"),
                Files.createDirectories(folder.resolve("documents")).resolve("ba-tep.xml"));
        Files.writeString(folder.resolve("documents/hong.xml"), "<edXML>");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(folder.resolve("xml/ba-tep.xml")).exists();
            assertThat(folder.resolve("failures/hong.xml")).hasContent("<edXML>");
        });
        assertThat(folder.resolve("json/ba-tep.json")).content().startsWith("{");
        XmlAssert.assertThat(folder.resolve("xml/ba-tep.xml").toFile())
                .and(EXAMPLES.resolve("ba-tep.xml").toFile())
                .ignoreWhitespace()
                .ignoreComments()
                .areSimilar();
        assertThat(folder.resolve("xml/hong.xml")).doesNotExist();
    }

    private void copyShipped() throws IOException {
        for (Path file : ShippedRoutes.files()) {
            ShippedRoutes.copy(file, folder.resolve("routes"));
        }
    }
}
