package vn.dancu.bus.document.axis;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/**
 * The axis did not do what it was asked. Its words are not kept, they may hold anything; its code is.
 *
 * <p>The code of the refusal says what to do: {@code axis_unavailable} and {@code axis_answer_unreadable} are to be tried
 * later, {@code axis_refused} is the message's own fault.
 */
public final class AxisFailure extends BusException {

    private static final long serialVersionUID = 1L;
    private static final String CODE = "[A-Za-z0-9._-]{1,40}";

    private final Kind kind;
    private final @Nullable String axisCode;

    /** What is wrong. */
    public enum Kind {
        /** No answer came, or the axis says that it cannot answer now. */
        UNAVAILABLE(ErrorCode.AXIS_UNAVAILABLE),
        /** An answer came that says nothing, such as a page of HTML or half a list. */
        UNREADABLE(ErrorCode.AXIS_ANSWER_UNREADABLE),
        /** The account is wrong: its number, secret or certificate. No message can be blamed for it. */
        ACCOUNT(ErrorCode.AXIS_UNAVAILABLE),
        /** The axis does not take this message, now or later. */
        REFUSED(ErrorCode.AXIS_REFUSED);

        private final ErrorCode code;

        Kind(ErrorCode code) {
            this.code = code;
        }
    }

    private AxisFailure(Kind kind, Refusal refusal, @Nullable String axisCode, @Nullable Throwable cause) {
        super(refusal, cause);
        this.kind = kind;
        this.axisCode = axisCode;
    }

    /**
     * @param verb what the axis was asked for, such as {@code getReceivedEdocList}
     * @param rule what was expected and did not happen, without a value of the answer
     */
    public static AxisFailure of(Kind kind, String verb, String rule, @Nullable Throwable cause) {
        return new AxisFailure(kind, Refusal.of(kind.code, verb, rule), null, cause);
    }

    /** A failure that the axis has named by a code of its own. */
    public static AxisFailure of(Kind kind, String verb, String axisCode) {
        String kept = axisCode.matches(CODE) ? axisCode : "unprintable";
        return new AxisFailure(kind, Refusal.of(kind.code, verb, "ErrorCode 0, not " + kept), kept, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same call may succeed later. */
    public boolean isTemporary() {
        return kind != Kind.REFUSED;
    }

    /** The axis' own code; null where it gave none. */
    public @Nullable String axisCode() {
        return axisCode;
    }
}
