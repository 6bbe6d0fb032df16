package vn.dancu.bus.message.wire;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Which code a failure of the XML parser has. Woodstox reports its limits and a DTD by the text of its message alone,
 * so the words are looked at here and nowhere else; the message repeats content and is not kept.
 */
public final class XmlFailures {

    public static ErrorCode code(XMLStreamException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("dtd") || message.contains("doctype")) {
            return ErrorCode.MESSAGE_DTD_FORBIDDEN;
        }
        return message.contains("limit (") || message.contains("maximum")
                ? limit(message)
                : ErrorCode.MESSAGE_MALFORMED;
    }

    /** The rule that a document breaks which is refused with that code. */
    public static String rule(ErrorCode code) {
        return switch (code) {
            case MESSAGE_DTD_FORBIDDEN -> "no document type and no entities";
            case MESSAGE_MALFORMED -> "well-formed XML in UTF-8";
            default -> "within the limits of depth, number and length";
        };
    }

    private static ErrorCode limit(String message) {
        if (message.contains("size limit")) {
            return ErrorCode.TEXT_LIMIT_EXCEEDED;
        }
        if (message.contains("attribute")) {
            return ErrorCode.ATTRIBUTE_LIMIT_EXCEEDED;
        }
        return message.contains("depth") ? ErrorCode.DEPTH_LIMIT_EXCEEDED : ErrorCode.MESSAGE_LIMIT_EXCEEDED;
    }

    private XmlFailures() {}
}
