package vn.dancu.bus.sms.alphabet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.PartOfText;

/**
 * The header before the text of a message whose {@code esm_class} says that there is one (3GPP TS 23.040 §9.2.3.24): of its
 * elements those that number the parts of a text, with references of 8 or 16 bits. Others are passed over.
 *
 * @param part null where the message is a text of its own
 * @param content what follows the header
 */
public record UserDataHeader(@Nullable PartOfText part, byte[] content) {

    private static final int SHORT_REFERENCE = 0x00;
    private static final int LONG_REFERENCE = 0x08;
    private static final int BYTE = 0xff;
    private static final int WRITTEN = 6;

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException when it is longer than the message, an element is longer than the header, or no part has
     *     such a number
     */
    public static UserDataHeader read(byte[] message) {
        int end = message.length == 0 ? 1 : (message[0] & BYTE) + 1;
        if (message.length < end) {
            throw new IllegalArgumentException("A header is longer than its message");
        }
        PartOfText part = null;
        int at = 1;
        while (at < end) {
            if (at + 2 > end || at + 2 + (message[at + 1] & BYTE) > end) {
                throw new IllegalArgumentException("An element is longer than its header");
            }
            int length = message[at + 1] & BYTE;
            int from = at + 2;
            if (message[at] == SHORT_REFERENCE && length == 3) {
                part = new PartOfText(message[from] & BYTE, message[from + 1] & BYTE, message[from + 2] & BYTE);
            } else if (message[at] == LONG_REFERENCE && length == 4) {
                int reference = (message[from] & BYTE) << 8 | message[from + 1] & BYTE;
                part = new PartOfText(reference, message[from + 2] & BYTE, message[from + 3] & BYTE);
            }
            at = from + length;
        }
        return new UserDataHeader(part, Arrays.copyOfRange(message, end, message.length));
    }

    /** The content behind a header of six octets, with a reference of 8 bits: the shortest, which the parts are cut for. */
    public static byte[] write(PartOfText part, byte[] content) {
        byte[] message = new byte[WRITTEN + content.length];
        message[0] = WRITTEN - 1;
        message[1] = SHORT_REFERENCE;
        message[2] = 3;
        message[3] = (byte) part.reference();
        message[4] = (byte) part.total();
        message[5] = (byte) part.number();
        System.arraycopy(content, 0, message, WRITTEN, content.length);
        return message;
    }
}
