package vn.dancu.bus.sms;

import java.time.Instant;
import java.util.UUID;

/**
 * A text message that a subscriber has sent, whole: its parts are joined and its alphabet is read. It is personal;
 * {@link #toString()} shows its id alone.
 *
 * @param id ours, the same however often the work on it begins
 * @param operator by whose network it came, as the settings name it
 * @param called the number of ours to which it was sent, as the operator writes it
 * @param text in Unicode as it came: neither trimmed nor folded; never empty
 * @param receivedAt when its last part came
 */
public record InboundText(
        UUID id, String operator, PhoneNumber sender, String called, String text, Instant receivedAt) {

    @Override
    public String toString() {
        return "InboundText[" + id + "]";
    }
}
