package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sizes and imports of the bus, its tests and its bench, as {@code config/checkstyle.xml} has them. Checkstyle runs in a process of its own,
 * so that nothing of it is on the class path of the tests.
 */
class CheckstyleTest {

    /** Written by the build, before the tests. */
    private static final Path CLASS_PATH = Path.of("target/checkstyle/class.path");

    @Test
    void everySourceKeepsTheSizesAndImports() throws IOException, InterruptedException {
        assertThat(said("src/main/java", "src/test/java", "bench/src"))
                .containsExactly("Starting audit...", "Audit done.");
    }

    /** So that checks which are no longer made are noticed. */
    @Test
    void findsEverythingThatIsWrongInASource() throws IOException, InterruptedException {
        List<String> said = said("src/test/resources/checkstyle/Broken.java");

        for (String check : List.of("AvoidStarImport", "NestedIfDepth", "ParameterNumber", "RegexpSinglelineJava")) {
            assertThat(said).as(check).anyMatch(line -> line.startsWith("[ERROR]") && line.endsWith("[" + check + "]"));
        }
    }

    private static List<String> said(String... sources) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Its tables of the language grow: in a small heap a fifth of its time is collecting them.
                "-Xms1g",
                "-Xmn600m",
                "-Xmx2g",
                "-Dfile.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                "com.puppycrawl.tools.checkstyle.Main",
                "-c",
                "config/checkstyle.xml"));
        command.addAll(List.of(sources));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            return lines.toList();
        } finally {
            process.waitFor();
        }
    }
}
