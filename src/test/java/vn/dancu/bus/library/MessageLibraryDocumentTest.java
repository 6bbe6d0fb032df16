package vn.dancu.bus.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.xml.bind.JAXBElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jaxb.runtime.v2.ContextFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;

/** {@code docs/message-library.md} says what happens: each block of Java is compiled and run, and prints what it says. */
class MessageLibraryDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/message-library.md");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> printsWhatItSays() throws IOException {
        Snippets snippets = Snippets.of(Files.readString(DOCUMENT));
        assertThat(snippets.all()).hasSizeGreaterThan(10);
        assertThat(snippets.compile(folder, List.of(Jars.of(MessageContext.class), Jars.of(JAXBElement.class))))
                .isEmpty();

        return snippets.all().stream()
                .map(snippet -> dynamicTest(snippet.name(), () -> assertThat(Snippets.run(folder, snippet.name()))
                        .isEqualTo(snippet.output() == null ? "" : snippet.output())));
    }

    @Test
    void namesEveryFamily() throws IOException {
        assertThat(Arrays.asList(Version.values())).allSatisfy(version -> assertThat(document())
                .contains("| `" + version + "` | `" + version.family() + "/v" + version.number() + "` |"));
    }

    @Test
    void namesEveryLimit() throws IOException {
        assertThat(Arrays.stream(ErrorCode.values()).filter(code -> code.code().endsWith("_limit_exceeded")))
                .filteredOn(code -> code != ErrorCode.MESSAGE_LIMIT_EXCEEDED)
                .allSatisfy(code -> assertThat(document()).contains("`" + code + "`"));
    }

    /** What a stranger puts beside the jar is what it is tested with. */
    @Test
    void namesTheLibrariesInTheVersionsOfTheBuild() {
        for (Class<?> needed : List.of(WstxInputFactory.class, ObjectMapper.class, ContextFactory.class, Yaml.class)) {
            String jar = Path.of(Jars.of(needed)).getFileName().toString();
            int version = jar.lastIndexOf('-');
            assertThat(DOCUMENT)
                    .content()
                    .contains("<artifactId>" + jar.substring(0, version) + "</artifactId><version>"
                            + jar.substring(version + 1, jar.length() - ".jar".length()) + "</version>");
        }
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT);
    }
}
