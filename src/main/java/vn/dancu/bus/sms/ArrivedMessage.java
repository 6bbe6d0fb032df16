package vn.dancu.bus.sms;

import org.jspecify.annotations.Nullable;

/**
 * A message as an operator delivered it, before anything in it is read. It is personal; {@link #toString()} shows its operator
 * alone.
 *
 * @param source who sent it, as on the wire, with a plus before a number of type 1; of a receipt, to whom ours went
 * @param called the number of ours
 * @param isReceipt whether it says what became of a message of ours
 * @param hasHeader whether the content begins with a user data header
 * @param dataCoding 0 to 255
 * @param content the octets of {@code short_message}, or of {@code message_payload} where that has them
 * @param part as the SAR parameters say; null without them
 * @param reference an id that the operator gave it, or of a receipt the one of the message that it is about; null without one
 * @param state of a receipt, as parameter {@code message_state} says; null without it
 * @param ours of a receipt, the {@code user_message_reference} that the message of ours had; null without it
 */
@SuppressWarnings("ArrayRecordComponent")
public record ArrivedMessage(
        String operator,
        String source,
        String called,
        boolean isReceipt,
        boolean hasHeader,
        int dataCoding,
        byte[] content,
        @Nullable PartOfText part,
        @Nullable String reference,
        @Nullable Integer state,
        @Nullable Integer ours) {

    @Override
    public String toString() {
        return "ArrivedMessage[" + operator + "]";
    }
}
