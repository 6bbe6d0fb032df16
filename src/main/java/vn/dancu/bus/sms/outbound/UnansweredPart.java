package vn.dancu.bus.sms.outbound;

import java.time.Instant;
import java.util.UUID;
import vn.dancu.bus.sms.PhoneNumber;

/**
 * A part whose submission was written and not answered: its operator may have it.
 *
 * @param part from 1
 * @param reference that of parameter {@code user_message_reference}, 0 to 65535, which a receipt of it may repeat
 * @param submittedAt before which no receipt is about it
 */
public record UnansweredPart(
        String operator, UUID delivery, int part, PhoneNumber to, int reference, Instant submittedAt) {

    private static final int SHORT = 0xffff;

    /** The reference of a part, the same at each attempt. */
    public static int referenceOf(UUID delivery, int part) {
        return (int) (delivery.getLeastSignificantBits() + part) & SHORT;
    }
}
