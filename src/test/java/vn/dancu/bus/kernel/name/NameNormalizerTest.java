package vn.dancu.bus.kernel.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "Ｎguyễn, NGUYEN",
        "Y Ƀlô Niê, YBLONIE",
        "y ƀlô niê, YBLONIE",
        "H’Ƀĭp Êƀan, HBIPEBAN",
        "Łukasz Øster Ħal, LUKASZOSTERHAL",
        "Æsa Œuvrard Straße, AESAOEUVRARDSTRASSE",
        "Þór Ðức, THORDUC",
        "Iʼlham Işık, ILHAMISIK"
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn\u00A0Văn\u2007An",
                "\uFEFFNguyễn Văn\u3000An",
                "Ngu\u00ADyễn\u200BVăn\u200D An\u2060",
                "\u202ANguyễn Văn An\u202C\u200E",
                "Nguyễn\u2028Văn\u202FAn"
            })
    void foldsANameAsItWasPasted(String pasted) {
        assertThat(NameNormalizer.fold(pasted)).isEqualTo("NGUYENVANAN");
    }

    /** Folding letter by letter must come to what folding the decomposed whole comes to. */
    @Test
    void foldsALetterAmongOthersAsByItself() {
        StringBuilder text = new StringBuilder();
        StringBuilder folded = new StringBuilder();
        for (char letter = 0; letter < 0x3000; letter += 7) {
            text.append(letter).append('\u0309').append('a').append(letter);
            folded.append(NameNormalizer.fold(String.valueOf(letter))).append('A');
            folded.append(NameNormalizer.fold(String.valueOf(letter)));
            assertThat(NameNormalizer.fold(String.valueOf(letter)))
                    .as("%04x", (int) letter)
                    .isEqualTo(NameNormalizer.fold(NameNormalizer.withoutMarks(String.valueOf(letter))));
        }
        assertThat(NameNormalizer.fold(text.toString())).isEqualTo(folded.toString());
        assertThat(NameNormalizer.fold(text + "\uFF21")).isEqualTo(folded + "A");
    }

    @Test
    void foldsMarksInAnyOrderAlike() {
        // ệ as e, then circumflex and dot in both orders, and half composed
        assertThat(NameNormalizer.fold("e\u0302\u0323")).isEqualTo("E");
        assertThat(NameNormalizer.fold("e\u0323\u0302")).isEqualTo("E");
        assertThat(NameNormalizer.clean("Vie\u0323\u0302t")).isEqualTo("Việt");
        assertThat(NameNormalizer.clean("Vi\u1EB9\u0302t")).isEqualTo("Việt");
        assertThat(NameNormalizer.clean("Vi\u00EA\u0323t")).isEqualTo("Việt");
        assertThat(NameNormalizer.clean("Vie\u0323\u034F\u0302t")).isEqualTo("Việt");
    }

    @Test
    void cleansANameOfWhatCameAlong() {
        assertThat(NameNormalizer.clean("\uFEFF H\u2019Hen\u00A0 Ni\u00ADê\u200B \u2013 Ê\u02BCđê "))
                .isEqualTo("H'Hen Niê - Ê'đê");
        assertThat(NameNormalizer.withoutMarks("Đỗ Ƀê-ta Œ")).isEqualTo("Do Be-ta OE");
    }
}
