package vn.dancu.bus.sms.outbound;

import java.util.Arrays;
import java.util.Locale;

/** What became of a message at its operator (SMPP 3.4 §5.2.28 and Appendix B). */
public enum ReceiptState {
    ENROUTE(1, "ENROUTE"),
    DELIVERED(2, "DELIVRD"),
    EXPIRED(3, "EXPIRED"),
    DELETED(4, "DELETED"),
    UNDELIVERABLE(5, "UNDELIV"),
    ACCEPTED(6, "ACCEPTD"),
    UNKNOWN(7, "UNKNOWN"),
    REJECTED(8, "REJECTD"),
    /** No receipt came in time: the bus ended it. */
    MISSING(-1, "");

    private final int value;
    private final String word;

    ReceiptState(int value, String word) {
        this.value = value;
        this.word = word;
    }

    /** Of parameter {@code message_state}; what nobody knows is {@code UNKNOWN}. */
    static ReceiptState of(int value) {
        return Arrays.stream(values())
                .filter(one -> one.value == value && value > 0)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Of field {@code stat:}, in any case; some operators write more letters of the word. */
    static ReceiptState of(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> !one.word.isEmpty() && (upper.startsWith(one.word) || upper.equals(one.name())))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Whether another receipt may follow. */
    public boolean isFinal() {
        return this != ENROUTE && this != ACCEPTED;
    }
}
