package vn.dancu.bus.partner.conformance;

/**
 * A result with its signature.
 *
 * @param compact header, result and signature as a JWS (RFC 7515 §7.1)
 */
public record SignedResult(String compact) {

    @Override
    public String toString() {
        return "SignedResult[masked]";
    }
}
