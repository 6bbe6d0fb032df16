package vn.dancu.bus.sandbox.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.ErrorCode;

class CitizenTextsTest {

    @Test
    void speaksOfTheSameThingsInBothLanguages() {
        assertThat(texts("vi").keySet()).isEqualTo(texts("en").keySet());
    }

    @Test
    void explainsCodesThatTheBusHas() {
        List<String> known =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList();

        assertThat(texts("vi").keySet().stream()
                        .filter(key -> key.startsWith("error.") && !key.endsWith(".advice"))
                        .map(key -> key.substring("error.".length()))
                        .filter(code -> !List.of("no_answer", "unknown").contains(code)))
                .isSubsetOf(known);
    }

    @Test
    void explainsEveryRefusalThatACitizenCanMend() {
        assertThat(Arrays.stream(ErrorCode.values())
                        .filter(code -> code.category() == ErrorCode.Category.CITIZEN)
                        .map(code -> "error." + code.code())
                        .filter(key -> !texts("vi").containsKey(key)))
                .isEmpty();
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle("sandbox/citizen", Locale.forLanguageTag(language));
    }
}
