package vn.dancu.bus.sms.alphabet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.sms.PartOfText;
import vn.dancu.bus.sms.TextAlphabet;

class DataCodingReaderTest {

    @ParameterizedTest
    @CsvSource({
        "00, 4443204844, DC HD",
        "01, 4443204844, DC HD",
        "03, 4443a0c9, DC\u00a0É",
        "08, 00440043002001101ec7, DC Đệ",
        "08, feff00440043, DC",
        "08, fffe44004300, DC",
        "10, 00, @",
        "18, 1ec7, ệ",
        "c8, 444320, 'DC '",
        "e0, 1ec7, ệ",
        "f1, 1b65, €",
        "06, b4, Д"
    })
    void textsComeInTheCodingsOfNetworksAndHandsets(String coding, String octets, String text) {
        assertThat(read(octets, coding)).contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "00, 80",
        "01, c3",
        "02, 4443",
        "04, 4443",
        "08, 004400",
        "08, d800",
        "0e, 41",
        "3f, 41",
        "99, 41",
        "f5, 41"
    })
    void whatIsNoTextOfItsCodingIsNone(String coding, String octets) {
        assertThat(read(octets, coding)).isEmpty();
    }

    @Test
    void codingZeroIsThatOfTheOperator() {
        byte[] octets = "é@".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DataCodingReader.read(octets, 0, TextAlphabet.LATIN1)).contains("é@");
    }

    @Test
    void aHeaderNumbersThePartByEitherReference() {
        UserDataHeader eight = UserDataHeader.read(HexFormat.of().parseHex("0500037f020141"));
        UserDataHeader sixteen = UserDataHeader.read(HexFormat.of().parseHex("060804ff7f030241"));
        UserDataHeader behindAnother = UserDataHeader.read(HexFormat.of().parseHex("0b05041581000000037f020141"));

        assertThat(eight.part()).isEqualTo(new PartOfText(0x7f, 2, 1));
        assertThat(eight.content()).containsExactly('A');
        assertThat(sixteen.part()).isEqualTo(new PartOfText(0xff7f, 3, 2));
        assertThat(behindAnother.part()).isEqualTo(new PartOfText(0x7f, 2, 1));
        assertThat(UserDataHeader.write(new PartOfText(0x17f, 2, 1), new byte[] {'A'}))
                .isEqualTo(HexFormat.of().parseHex("0500037f020141"));
    }

    @ParameterizedTest
    @CsvSource({"''", "05000341", "0500030a0203", "0500047f020141", "ff", "05000301020341", "05000301000141"})
    void aHeaderThatIsWrongIsRefused(String octets) {
        byte[] message = HexFormat.of().parseHex(octets);

        assertThatIllegalArgumentException().isThrownBy(() -> UserDataHeader.read(message));
    }

    private static java.util.Optional<String> read(String octets, String coding) {
        return DataCodingReader.read(HexFormat.of().parseHex(octets), Integer.parseInt(coding, 16), TextAlphabet.GSM7);
    }
}
