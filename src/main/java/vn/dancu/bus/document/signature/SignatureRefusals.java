package vn.dancu.bus.document.signature;

import java.util.EnumSet;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Why a signature does not count; the rule, never a value of the document. */
final class SignatureRefusals {

    private static final String SIGNATURE = "edXMLEnvelope/edXMLHeader/Signature";
    private static final Set<ErrorCode> CODES = EnumSet.of(
            ErrorCode.SIGNATURE_MISSING,
            ErrorCode.SIGNATURE_INVALID,
            ErrorCode.SIGNATURE_FORBIDDEN,
            ErrorCode.SIGNER_UNTRUSTED,
            ErrorCode.SIGNER_REVOKED,
            ErrorCode.REVOCATION_UNKNOWN);

    private SignatureRefusals() {}

    static BusException of(ErrorCode code, String rule) {
        return BusException.of(code, SIGNATURE, rule);
    }

    static BusException invalid(String rule) {
        return of(ErrorCode.SIGNATURE_INVALID, rule);
    }

    static BusException forbidden(String rule) {
        return of(ErrorCode.SIGNATURE_FORBIDDEN, rule);
    }

    static BusException untrusted(String rule) {
        return of(ErrorCode.SIGNER_UNTRUSTED, rule);
    }

    /** Whether it says something of a signature and not of the document as such. */
    static boolean isOne(BusException refusal) {
        return CODES.contains(refusal.refusal().code());
    }
}
