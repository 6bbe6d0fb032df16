package vn.dancu.bus.desk.evidence;

import java.util.regex.Pattern;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Checks texts that are kept in the trail for ever and must not hold a citizen's number. */
public final class Reasons {

    private static final int MAX_REASON_LENGTH = 500;
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9]{9}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public static String checked(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw BusException.of(ErrorCode.EVIDENCE_MISSING, field, "a reason in words");
        }
        if (stripped.length() > MAX_REASON_LENGTH
                || PERSONAL_NUMBER.matcher(stripped).find()
                || CONTROL.matcher(stripped).find()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    field,
                    "at most 500 characters, no control characters, no personal number");
        }
        return stripped;
    }

    private Reasons() {}
}
