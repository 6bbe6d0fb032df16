package vn.dancu.bus.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PR-DIALECT.md} names every pack, every key and every word. */
class DialectDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/protocols/PR-DIALECT.md");
    private static final Path BROKEN = Path.of("src/test/resources/dialects/broken");

    @Test
    void listsEveryBuiltInPack() throws IOException {
        assertThat(Dialects.builtIn().all()).extracting(Dialect::name).allSatisfy(name -> assertThat(document())
                .contains("| `" + name + "` |"));
    }

    /** What a refusal lists is what there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "unknown-key-of-shape",
                "unknown-body",
                "unknown-recipe",
                "unknown-family",
                "recipe-with-unknown-part",
                "path-unknown"
            })
    void namesWhatARefusalLists(String name) throws IOException {
        String refusal =
                Files.readAllLines(BROKEN.resolve(name).resolve("expected.txt")).get(0);
        String list = refusal.substring(Math.max(refusal.indexOf("there are ") + 10, refusal.lastIndexOf(" is ") + 4));

        assertThat(Arrays.asList(list.split(", | or "))).hasSizeGreaterThan(1).allSatisfy(word -> assertThat(document())
                .containsPattern("`([a-z]+\\.)?" + word + "[`.]"));
    }

    @ParameterizedTest
    @EnumSource(NameFolding.Step.class)
    void namesEveryStepOfFolding(NameFolding.Step step) throws IOException {
        assertThat(document())
                .contains("`" + step.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`");
    }

    @ParameterizedTest
    @EnumSource(TimeForm.class)
    void namesEveryFormOfTime(TimeForm form) throws IOException {
        assertThat(document()).contains("`" + form.word() + "`");
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT);
    }
}
