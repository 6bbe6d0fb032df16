package vn.dancu.bus.document;

/**
 * The certificate that signed a document, as it was verified.
 *
 * @param subject its holder (RFC 2253)
 * @param serial its number, lower hex
 * @param thumbprint SHA-256 of it, lower hex
 */
public record DocumentSigner(String subject, String serial, String thumbprint) {

    /** A holder may be a person. */
    @Override
    public String toString() {
        return "DocumentSigner[masked]";
    }
}
