package vn.dancu.bus.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message to a subscriber. It is personal; {@link #toString()} shows its operator alone.
 *
 * @param operator by whose network it goes, as the settings name it
 * @param from the number of ours that it comes from; null for the first of that operator
 * @param text in Unicode; characters that the alphabet of the operator lacks are replaced, and what is longer than the setting
 *     allows is cut at its end
 * @param onceKey names the text among all that are sent, 1 to 200 characters: the second one with the same name is the first
 * @param expiresAt when it is of no use any more; null for {@code dancu.sms.send-within} from now
 */
public record OutboundText(
        String operator,
        @Nullable String from,
        PhoneNumber to,
        String text,
        String onceKey,
        @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "OutboundText[" + operator + "]";
    }
}
