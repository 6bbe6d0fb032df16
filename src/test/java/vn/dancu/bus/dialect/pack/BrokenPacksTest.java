package vn.dancu.bus.dialect.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.dialect.DialectPackException;

/** Each folder of {@code dialects/broken} is a pack that is refused, and {@code expected.txt} in it says with what words. */
class BrokenPacksTest {

    private static final Path BROKEN = Path.of("src/test/resources/dialects/broken");

    @TestFactory
    Stream<DynamicTest> refusesWithFileLineColumnAndRule() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(BROKEN)) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).hasSizeGreaterThan(50);
        return cases.stream()
                .map(pack -> DynamicTest.dynamicTest(pack.getFileName() + "", () -> assertThat(errors(pack))
                        .containsExactlyElementsOf(Files.readAllLines(pack.resolve("expected.txt")))));
    }

    @Test
    void tellsTheErrorsOfAllPacksAtOnce() {
        List<PackFolder> packs = Stream.of("unknown-key", "no-time")
                .map(name -> PackFolder.of(BROKEN.resolve(name)))
                .toList();

        assertThatThrownBy(() -> PackReader.read(packs))
                .isInstanceOf(DialectPackException.class)
                .hasMessageContainingAll("unknown-key/dialect.yaml:", "no-time/dialect.yaml:");
    }

    @Test
    void refusesAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
        Path pack = Files.createDirectory(folder.resolve("too-large"));
        Files.writeString(pack.resolve("dialect.yaml"), "name: too-large\n" + "#".repeat(70_000));

        assertThat(errors(pack)).containsExactly("dialect.yaml:1:1: the file is at most 64 kB");
    }

    @Test
    void refusesTwoPacksOfOneName() {
        List<PackFolder> packs = new ArrayList<>(PackFolder.builtIn());
        packs.addAll(PackFolder.builtIn());

        assertThatThrownBy(() -> PackReader.read(packs))
                .hasMessageContaining("dialects/official/dialect.yaml:1:1: another pack has this name");
    }

    private static List<String> errors(Path pack) {
        DialectPackException refused =
                catchThrowableOfType(DialectPackException.class, () -> PackReader.read(List.of(PackFolder.of(pack))));
        assertThat(refused).as("the pack is refused").isNotNull();
        return refused.errors().stream()
                .map(error -> error.replace(pack + "/", ""))
                .toList();
    }
}
