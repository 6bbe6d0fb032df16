package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.wire.DocumentInput;

/** The refusal of a document that Jackson could not read. Its message repeats content; it is not kept. */
public final class JsonFailures {

    private JsonFailures() {}

    public static BusException of(JsonProcessingException e) {
        return e instanceof StreamConstraintsException
                ? DocumentInput.refusal(
                        code(String.valueOf(e.getMessage())), "within the limits of depth, number and length")
                : DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "well-formed JSON, one document");
    }

    private static ErrorCode code(String message) {
        if (message.contains("nesting depth")) {
            return ErrorCode.DEPTH_LIMIT_EXCEEDED;
        }
        if (message.contains("String value")) {
            return ErrorCode.TEXT_LIMIT_EXCEEDED;
        }
        if (message.contains("Number value")) {
            return ErrorCode.NUMBER_LIMIT_EXCEEDED;
        }
        if (message.contains("Name")) {
            return ErrorCode.NAME_LIMIT_EXCEEDED;
        }
        return message.contains("Token count") ? ErrorCode.ELEMENT_LIMIT_EXCEEDED : ErrorCode.MESSAGE_LIMIT_EXCEEDED;
    }
}
