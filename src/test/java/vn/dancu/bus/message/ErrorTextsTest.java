package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.ErrorCode;

class ErrorTextsTest {

    private final ErrorTexts texts = ErrorTexts.load();

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void haveBothLanguagesForEveryCode(ErrorCode code) {
        assertThat(texts.vietnamese(code)).isNotBlank().endsWith(".").doesNotContain("\uFFFD", "Ã");
        assertThat(texts.english(code)).isNotBlank().endsWith(".").isNotEqualTo(texts.vietnamese(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_vi.properties", "messages_en.properties"})
    void haveNoTextForACodeThatDoesNotExist(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/" + resource)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }

        assertThat(properties.stringPropertyNames().stream().filter(key -> key.startsWith("error.")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(ErrorCode::textKey)
                        .toList());
    }

    @Test
    void areVietnamese() {
        assertThat(texts.vietnamese(ErrorCode.FIELD_MISSING)).isEqualTo("Thiếu trường bắt buộc.");
    }
}
