package vn.dancu.bus.citizen.sms.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.citizen.sms.text.TextCommand.Kind;
import vn.dancu.bus.kernel.PersonalId;

class CommandReaderTest {

    private static final String ID = "999070000001";

    private final CommandReader reader = new CommandReader(PublishedGrammar.read());

    @ParameterizedTest
    @CsvSource({
        "DC HD, HELP",
        "dc hd, HELP",
        "DC, HELP",
        "dc help me please, HELP",
        "DC TT 999070000001, RECORD",
        "dc  tt   999070000001, RECORD",
        "Dc Thôngtin 999070000001, RECORD",
        "DC TT 999000001, RECORD",
        "DC NK 999070000001, ACCESS_LOG",
        "DC XN 999070000001 012345, CONFIRM",
        "DC NGUNG 999070000001, STOP",
        "đc ngừng 999070000001, STOP",
        "ĐC NGỪNG 999070000001, STOP",
        "DC mở, REOPEN",
        "DC TT, MALFORMED",
        "DC TT 999070000001 1, MALFORMED",
        "DC TT 99907000000, MALFORMED",
        "DC TT 9990700000011, MALFORMED",
        "DC TT +99907000001, MALFORMED",
        "DC TT 99907000000O, MALFORMED",
        "DC XN 999070000001, MALFORMED",
        "DC XN 999070000001 12345, MALFORMED",
        "DC XN 999070000001 1234567, MALFORMED",
        "XIN CHAO, UNKNOWN",
        "DC XX 1, UNKNOWN",
        "DC1 TT 999070000001, UNKNOWN",
        "TT 999070000001, UNKNOWN"
    })
    void readsCommands(String text, Kind kind) {
        assertThat(reader.read(text).kind()).isEqualTo(kind);
    }

    @Test
    void takesAnyBlankBetweenWords() {
        TextCommand command = reader.read("\u00a0\r\n DC\tTT\u00a0\u2003\u202f\u3000" + ID + "\u200b\ufeff\r\n\u0000");

        assertThat(command).isEqualTo(new TextCommand(Kind.RECORD, PersonalId.soDinhDanh(ID), null));
    }

    @Test
    void takesDiacriticsInEveryForm() {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(reader.read(Normalizer.normalize("ĐC NGỪNG " + ID, form)).kind())
                    .isEqualTo(Kind.STOP);
        }
    }

    /** Full-width, Arabic-Indic, extended Arabic-Indic, Devanagari, mathematical, superscript digits; letters that look like some. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "９９９０７００００００１",
                "٩٩٩٠٧٠٠٠٠٠٠١",
                "۹۹۹۰۷۰۰۰۰۰۰۱",
                "९९९०७००००००१",
                "99907000000１",
                "99907000000¹",
                "99907000000l",
                "999O70000001",
                "99907000000\uD835\uDFCF",
                "99907\u00AD0000001",
                "999070000001\u20E3"
            })
    void neverMakesADigitOfWhatLooksLikeOne(String number) {
        assertThat(reader.read("DC TT " + number)).isEqualTo(TextCommand.of(Kind.MALFORMED));
    }

    @Test
    void neverMakesADigitOfACodeEither() {
        assertThat(reader.read("DC XN " + ID + " １２３４５６")).isEqualTo(TextCommand.of(Kind.MALFORMED));
        assertThat(reader.read("DC XN " + ID + " ١٢٣٤٥٦")).isEqualTo(TextCommand.of(Kind.MALFORMED));
    }

    @Test
    void readsNoFurtherThanACommandIsLong() {
        assertThat(reader.read("DC TT " + "9 ".repeat(100_000)).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(reader.read("").kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(reader.read(" \t\r\n").kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(reader.read("\uD835 \uDFCF").kind()).isEqualTo(Kind.UNKNOWN);
    }
}
