package vn.dancu.bus.gateway.soap;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.staxutils.DepthExceededStaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;

/** Reads from what CXF and the parser throw which stable code it is; their texts may repeat the message and go nowhere. */
final class FaultCauses {

    private static final Logger LOGGER = LoggerFactory.getLogger(FaultCauses.class);
    private static final int DEEPEST = 12;

    static Refusal refusal(@Nullable Throwable thrown) {
        BusException known = find(thrown, BusException.class);
        if (known != null) {
            return known.refusal();
        }
        if (find(thrown, DepthExceededStaxException.class) != null) {
            return Refusal.of(ErrorCode.MESSAGE_LIMIT_EXCEEDED, "Envelope", "within the limits of depth and size");
        }
        XMLStreamException parse = find(thrown, XMLStreamException.class);
        if (parse != null) {
            return malformed(String.valueOf(parse.getMessage()));
        }
        if (find(thrown, SoapFault.class) != null) {
            return Refusal.of(
                    ErrorCode.MESSAGE_INVALID, "Envelope", "a SOAP 1.1 envelope whose headers are understood");
        }
        if (thrown != null && isParsing(thrown)) {
            return Refusal.of(ErrorCode.MESSAGE_MALFORMED, "Envelope", "well-formed XML in UTF-8");
        }
        return internal(thrown);
    }

    static <T extends Throwable> @Nullable T find(@Nullable Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static Refusal malformed(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("dtd") || lower.contains("doctype") || lower.contains("entity")) {
            return Refusal.of(ErrorCode.MESSAGE_DTD_FORBIDDEN, "Envelope", "no document type and no entities");
        }
        if (lower.contains("limit") || lower.contains("maximum")) {
            return Refusal.of(ErrorCode.MESSAGE_LIMIT_EXCEEDED, "Envelope", "within the limits of depth and size");
        }
        return Refusal.of(ErrorCode.MESSAGE_MALFORMED, "Envelope", "well-formed XML in UTF-8");
    }

    private static boolean isParsing(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().startsWith("org.apache.cxf.staxutils")
                    || frame.getClassName().startsWith("com.ctc.wstx")) {
                return true;
            }
        }
        return false;
    }

    private static Refusal internal(@Nullable Throwable thrown) {
        Refusal refusal = Refusal.of(ErrorCode.INTERNAL_ERROR);
        LOGGER.atError()
                .addKeyValue(LogKeys.OCCURRENCE, refusal.occurrence())
                .addKeyValue(
                        "cause", thrown == null ? "none" : thrown.getClass().getName())
                .addKeyValue(
                        "at", thrown == null || thrown.getStackTrace().length == 0 ? "" : thrown.getStackTrace()[0])
                .log("The SOAP door failed by a fault of the bus");
        return refusal;
    }

    private FaultCauses() {}
}
