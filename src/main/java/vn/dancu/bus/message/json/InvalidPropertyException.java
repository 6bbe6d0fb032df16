package vn.dancu.bus.message.json;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.grammar.FieldRefusals;

/** What makes a JSON document unreadable at one place; it learns its path while the reading unwinds. */
final class InvalidPropertyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String path;
    private final String words;

    InvalidPropertyException(ErrorCode code, String path, String words) {
        super(words, null, false, false);
        this.code = code;
        this.path = path;
        this.words = words;
    }

    InvalidPropertyException within(String name) {
        if (name.isEmpty()) {
            return this;
        }
        return new InvalidPropertyException(code, path.isEmpty() ? name : name + "/" + path, words);
    }

    BusException refusal() {
        return FieldRefusals.refusal(code, path, words);
    }
}
