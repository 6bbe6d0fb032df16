package vn.dancu.bus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"h41-lgsp", "ab", "a-", "z9", "abcdefghijklmnopqrstuvwxyz-0123456789-ab"})
    void isLettersDigitsAndHyphensAfterALetter(String id) {
        assertThat(PartnerId.isValid(id)).isTrue();
        assertThat(new PartnerId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "9a",
                "-a",
                "Ab",
                "aB",
                "a b",
                "a_b",
                "a\n",
                "a/b",
                "á1",
                "ab\u0661",
                "a:b",
                "abcdefghijklmnopqrstuvwxyz-0123456789-abc"
            })
    void isNothingElse(String id) {
        assertThat(PartnerId.isValid(id)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new PartnerId(id));
    }

    @Test
    void isFortyCharactersAtMost() {
        assertThat(PartnerId.isValid("a".repeat(40))).isTrue();
        assertThat(PartnerId.isValid("a".repeat(41))).isFalse();
    }
}
