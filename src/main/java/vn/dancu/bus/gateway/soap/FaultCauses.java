package vn.dancu.bus.gateway.soap;

import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.staxutils.DepthExceededStaxException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageContext;

/**
 * Finds the stable code of an exception of CXF or the parser; its text may repeat the message and is never sent or
 * logged.
 */
final class FaultCauses {

    private static final int MAX_CAUSE_DEPTH = 12;

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
            return MessageContext.refusal(parse, "Envelope");
        }
        if (find(thrown, SoapFault.class) != null) {
            return Refusal.of(
                    ErrorCode.MESSAGE_INVALID, "Envelope", "a SOAP 1.1 envelope whose headers are understood");
        }
        if (thrown != null && isParsing(thrown)) {
            return Refusal.of(ErrorCode.MESSAGE_MALFORMED, "Envelope", "well-formed XML in UTF-8");
        }
        return UnexpectedFailure.refusal(
                thrown == null ? new IllegalStateException("CXF named no cause") : thrown, Door.SOAP.code());
    }

    static <T extends Throwable> @Nullable T find(@Nullable Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSE_DEPTH; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
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

    private FaultCauses() {}
}
