package vn.dancu.bus.message.grammar;

import java.util.regex.Pattern;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Refusals by rules that no schema can state: the code, the field by its path, the rule; never the value. */
public final class FieldRefusals {

    // A name that the asker made up may itself hold an id or worse; only a short plain word is repeated.
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z]{1,40}");

    private FieldRefusals() {}

    /** The path of a child; the root's own path is empty. */
    public static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    public static BusException invalid(String path, String words) {
        return refusal(ErrorCode.FIELD_INVALID, path, words);
    }

    public static BusException missing(String path, String words) {
        return refusal(ErrorCode.FIELD_MISSING, path, words);
    }

    /** An element that the contract does not have at this place. */
    public static BusException unknown(String path, String name, String words) {
        return refusal(ErrorCode.FIELD_UNKNOWN, isPlain(name) ? join(path, name) : path, words);
    }

    public static BusException duplicated(String path) {
        return refusal(ErrorCode.FIELD_DUPLICATED, path, "given once");
    }

    public static BusException refusal(ErrorCode code, String path, String words) {
        return BusException.of(code, path.isEmpty() ? "/" : path, words);
    }

    static boolean isPlain(String name) {
        return PLAIN_WORD.matcher(name).matches();
    }
}
