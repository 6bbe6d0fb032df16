package vn.dancu.bus.trust.message;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Why the signature of a message does not count; the rule, never a value of the message. */
final class MessageRefusals {

    private static final String SECURITY = "Header/Security";

    static BusException missing(String rule) {
        return BusException.of(ErrorCode.SIGNATURE_MISSING, SECURITY, rule);
    }

    static BusException invalid(String rule) {
        return BusException.of(ErrorCode.SIGNATURE_INVALID, SECURITY, rule);
    }

    static BusException forbidden(String rule) {
        return BusException.of(ErrorCode.SIGNATURE_FORBIDDEN, SECURITY, rule);
    }

    static BusException timestamp(ErrorCode code, String rule) {
        return BusException.of(code, SECURITY + "/Timestamp", rule);
    }

    private MessageRefusals() {}
}
