package vn.dancu.bus.audit;

import java.util.regex.Pattern;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Why somebody changes something, as it stands in the history and in the trail. */
public final class ActReason {

    private static final int MAX_LENGTH = 500;
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<![0-9])([0-9]{9}|[0-9]{12})(?![0-9])");

    /**
     * The reason without space around it.
     *
     * @throws BusException {@code field_invalid} when it is none
     */
    public static String checked(String reason) {
        String why = reason.strip();
        if (why.isEmpty()
                || why.length() > MAX_LENGTH
                || why.chars().anyMatch(Character::isISOControl)
                || PERSONAL_NUMBER.matcher(why).find()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "reason",
                    "1 to " + MAX_LENGTH + " characters on one line, nobody's number");
        }
        return why;
    }

    private ActReason() {}
}
