package vn.dancu.bus.sms.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.SmsSettings.ReceiptId;

class ReceiptOfPartTest {

    /** The number of the answer and that of the receipt are one, in whichever digits each stands. */
    @ParameterizedTest
    @CsvSource({
        "SAME, a1b2-7, a1b2-7",
        "DECIMAL, 1F4, 500",
        "DECIMAL, 1f4, 0000000500",
        "DECIMAL, 00000001F4, 500",
        "DECIMAL, FFFFFFFFFFFFFFFF, 18446744073709551615",
        "HEXADECIMAL, 500, 1F4",
        "HEXADECIMAL, 0500, 000001f4",
        "DECIMAL, vina-7, vina-7"
    })
    void findsTheSubmissionOfItsNumber(ReceiptId form, String answered, String received) {
        ReceiptOfPart receipt = ReceiptOfPart.read(
                        message("id:%s stat:DELIVRD err:000".formatted(received)), form, new byte[0])
                .orElseThrow();

        assertThat(receipt.messageId()).isEqualTo(ReceiptOfPart.stored(answered, form));
        assertThat(receipt.state()).isEqualTo(ReceiptState.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "stat:UNDELIV id:7 err:042, UNDELIVERABLE",
        "ID:7 STAT:delivered, DELIVERED",
        "id:7 stat:REJECTD, REJECTED",
        "id:7 stat:WHATEVER, UNKNOWN"
    })
    void readsTheFieldsInAnyOrderAndCase(String text, ReceiptState state) {
        assertThat(ReceiptOfPart.read(message(text), ReceiptId.SAME, new byte[0]))
                .hasValueSatisfying(receipt -> {
                    assertThat(receipt.messageId()).isEqualTo("7");
                    assertThat(receipt.state()).isEqualTo(state);
                });
    }

    private static ArrivedMessage message(String text) {
        return new ArrivedMessage(
                "mang-a",
                "84999000001",
                "8088",
                true,
                false,
                0,
                text.getBytes(StandardCharsets.ISO_8859_1),
                null,
                null,
                null,
                null);
    }
}
