package vn.dancu.bus.sms.outbound;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.SmsSettings.ReceiptId;

/**
 * What an operator says became of a message.
 *
 * @param messageId the operator's number of it, as its submission was answered
 * @param error the operator's own code; null without one
 * @param subscriberKey keyed hash of the number that the message went to
 * @param reference that of {@link UnansweredPart#reference}, where the operator repeats it; null without
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReceiptOfPart(
        String operator,
        String messageId,
        ReceiptState state,
        @Nullable String error,
        byte[] subscriberKey,
        @Nullable Integer reference) {

    /** Fields of SMPP 3.4 Appendix B, in any order: each operator leaves some out. */
    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*([0-9A-Za-z._-]{1,64})");

    private static final Pattern STATE = Pattern.compile("(?i)\\bstat:\\s*([A-Za-z]{1,20})");
    private static final Pattern ERROR = Pattern.compile("(?i)\\berr:\\s*([0-9A-Za-z]{1,10})");
    private static final Pattern STORED_ID = Pattern.compile("[0-9A-Za-z._:@/-]{1,64}");
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    /**
     * Of parameters where the operator gives them, else of the text; empty when neither names a message and a state.
     *
     * @param subscriberKey keyed hash of its sender's number
     */
    public static Optional<ReceiptOfPart> read(ArrivedMessage message, ReceiptId form, byte[] subscriberKey) {
        String text = new String(message.content(), StandardCharsets.ISO_8859_1);
        String id = message.reference() != null ? message.reference() : first(ID, text);
        String word = first(STATE, text);
        if (id == null || !STORED_ID.matcher(id).matches() || message.state() == null && word == null) {
            return Optional.empty();
        }
        ReceiptState state =
                message.state() != null ? ReceiptState.of(message.state()) : ReceiptState.of(String.valueOf(word));
        return Optional.of(new ReceiptOfPart(
                message.operator(), submitted(id, form), state, first(ERROR, text), subscriberKey, message.ours()));
    }

    /** The number as the answer to the submission had it; what does not fit the form is left as it is. */
    private static String submitted(String id, ReceiptId form) {
        try {
            return switch (form) {
                case SAME -> id;
                case DECIMAL ->
                    new BigInteger(id, DECIMAL).toString(HEXADECIMAL).toUpperCase(Locale.ROOT);
                case HEXADECIMAL -> new BigInteger(id, HEXADECIMAL).toString();
            };
        } catch (NumberFormatException e) {
            return id;
        }
    }

    /** The number of a submission as it is stored: hexadecimal ones in one form. */
    public static String stored(String id, ReceiptId form) {
        try {
            return form == ReceiptId.DECIMAL
                    ? new BigInteger(id, HEXADECIMAL).toString(HEXADECIMAL).toUpperCase(Locale.ROOT)
                    : form == ReceiptId.HEXADECIMAL ? new BigInteger(id, DECIMAL).toString() : id;
        } catch (NumberFormatException e) {
            return id;
        }
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "ReceiptOfPart[" + operator + " " + state + "]";
    }
}
