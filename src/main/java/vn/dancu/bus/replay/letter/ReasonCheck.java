package vn.dancu.bus.replay.letter;

import java.util.regex.Pattern;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** What people write as the reason of an act. */
public final class ReasonCheck {

    private static final int MAX_LENGTH = 500;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}");

    /**
     * The reason without blanks around it.
     *
     * @throws BusException {@code evidence_missing} for an empty one, {@code field_invalid} for one that is too long or holds what
     *     looks like a personal number
     */
    public static String checked(String reason) {
        String text = reason.strip();
        if (text.isEmpty()) {
            throw BusException.of(ErrorCode.EVIDENCE_MISSING, "reason", "says why");
        }
        if (text.length() > MAX_LENGTH || NUMBER.matcher(text).find()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "reason",
                    "at most " + MAX_LENGTH + " characters, without a personal number");
        }
        return text;
    }

    private ReasonCheck() {}
}
