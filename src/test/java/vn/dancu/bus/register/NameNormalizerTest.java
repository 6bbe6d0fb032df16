package vn.dancu.bus.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NameNormalizerTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn A, NGUYENVANA",
        "nguyễn thị đào, NGUYENTHIDAO",
        "ĐẶNG ĐÌNH ĐỨC, DANGDINHDUC",
        "Ðặng Văn Bé, DANGVANBE",
        "NGUYENVANA, NGUYENVANA",
        "H'Hen Niê, HHENNIE",
        "Y-Bhin  Kbuôr, YBHINKBUOR",
        "Vũ Ưu Ơn 2, VUUUON2",
        "Ｎguyễn, NGUYEN"
    })
    void keepsLettersAndDigitsOnlyInUpperCase(String name, String folded) {
        assertThat(NameNormalizer.fold(name)).isEqualTo(folded);
    }

    @ParameterizedTest
    @EnumSource(Normalizer.Form.class)
    void foldsEveryUnicodeFormAlike(Normalizer.Form form) {
        String name = Normalizer.normalize("Nguyễn Thị Ngọc Ưởng Đỗ Quỳnh Lặng", form);

        assertThat(NameNormalizer.fold(name)).isEqualTo("NGUYENTHINGOCUONGDOQUYNHLANG");
    }

    @Test
    void keepsNothingOfWhatHasNoLetter() {
        assertThat(NameNormalizer.fold(" '\u0000\u200b 名")).isEmpty();
    }

    @Test
    void foldsTheSameWhateverTheDefaultLocale() {
        assertThat(NameNormalizer.fold("ni ı")).isEqualTo("NII");
    }
}
