package vn.dancu.bus.audit;

import java.util.regex.Pattern;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;

/** Why somebody does something, as it stands in the history and in the trail: for ever, and for many to read. */
public final class ActReason {

    /** Characters. */
    public static final int MAX_LENGTH = 500;

    /** Forms let people write several lines. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n\\t]\\s*");

    /**
     * The reason on one line, without space around it.
     *
     * @param field by which a refusal names it
     * @throws BusException {@code evidence_missing} for an empty one, {@code field_invalid} for one that is too long, or holds control
     *     characters or what looks like a personal number
     */
    public static String checked(String field, String text) {
        String reason = LINE_BREAK.matcher(text.strip()).replaceAll(" ");
        if (reason.isEmpty()) {
            throw BusException.of(ErrorCode.EVIDENCE_MISSING, field, "a reason in words");
        }
        if (!isFit(reason)) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    field,
                    "1 to " + MAX_LENGTH + " characters, no control characters, nobody's number");
        }
        return reason;
    }

    /** Whether a text is a reason on one line: not too long, with no control character and nobody's number in it. */
    public static boolean isFit(String text) {
        return !text.isBlank()
                && text.length() <= MAX_LENGTH
                && text.chars().noneMatch(Character::isISOControl)
                && !PersonalId.isIn(text);
    }

    private ActReason() {}
}
