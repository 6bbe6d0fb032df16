package vn.dancu.bus.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.sms.SegmentedText;
import vn.dancu.bus.sms.TextAlphabet;

class TextSegmenterTest {

    @Test
    void everyCharacterOfTheDefaultAlphabetComesBackAsItWent() {
        String all =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                        + "abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€\f";

        assertThat(Gsm7.decode(Gsm7.encode(all))).isEqualTo(all);
        assertThat(Gsm7.encode("@€")).containsExactly(0x00, 0x1b, 0x65);
    }

    @ParameterizedTest
    @CsvSource({"160, 1", "161, 2", "306, 2", "307, 3", "459, 3"})
    void aTextIsCutWhereTheHeaderLeavesRoomForSeptets(int length, int parts) {
        assertThat(gsm("a".repeat(length), 10).parts()).hasSize(parts);
    }

    @ParameterizedTest
    @CsvSource({"80, 1", "81, 2", "152, 2", "153, 3"})
    void aCharacterOfTheExtensionTableTakesTwoSeptetsAndIsNotTorn(int length, int parts) {
        SegmentedText text = gsm("€".repeat(length), 10);

        assertThat(text.parts()).hasSize(parts).allSatisfy(part -> assertThat(part.length % 2)
                .isZero());
        assertThat(text.parts().stream().map(Gsm7::decode).collect(Collectors.joining()))
                .isEqualTo("€".repeat(length));
    }

    @Test
    void vietnameseLosesItsDiacriticsInTheDefaultAlphabet() {
        assertThat(Gsm7.decode(
                        gsm("Đường Nguyễn Huệ, ở số 1 – “đã ký”… 中", 3).parts().get(0)))
                .isEqualTo("Duong Nguyen Hue, o so 1 - \"da ky\"... ?");
    }

    @Test
    void vietnameseKeepsThemInUcs2AndAPlainTextDoesNotPayForIt() {
        SegmentedText marked = TextSegmenter.segment("Nguyễn Văn Ấ", TextAlphabet.UCS2, 3);

        assertThat(marked.alphabet()).isEqualTo(TextAlphabet.UCS2);
        assertThat(new String(marked.parts().get(0), StandardCharsets.UTF_16BE)).isEqualTo("Nguyễn Văn Ấ");
        assertThat(TextSegmenter.segment("DC HD", TextAlphabet.UCS2, 3).alphabet())
                .isEqualTo(TextAlphabet.GSM7);
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
    void ucs2HasSeventyUnitsOrSixtySeven(int length, int parts) {
        assertThat(TextSegmenter.segment("ế".repeat(length), TextAlphabet.UCS2, 10)
                        .parts())
                .hasSize(parts);
    }

    @Test
    void aSurrogatePairIsNotTorn() {
        SegmentedText text = TextSegmenter.segment("ế" + "😀".repeat(40), TextAlphabet.UCS2, 10);

        assertThat(text.parts()).hasSize(2);
        assertThat(text.parts().get(0)).hasSize(2 + 4 * 33);
        assertThat(new String(text.parts().get(1), StandardCharsets.UTF_16BE)).startsWith("😀");
    }

    @Test
    void whatDoesNotFitIsLeftOutAndDotsSaySo() {
        SegmentedText one = gsm("a".repeat(200), 1);
        SegmentedText two = gsm("a".repeat(400), 2);

        assertThat(one.cut()).isTrue();
        assertThat(Gsm7.decode(one.parts().get(0))).hasSize(160).endsWith("a...");
        assertThat(two.parts()).hasSize(2);
        assertThat(Gsm7.decode(two.parts().get(1))).hasSize(153).endsWith("a...");
    }

    private static SegmentedText gsm(String text, int maxParts) {
        return TextSegmenter.segment(text, TextAlphabet.GSM7, maxParts);
    }
}
