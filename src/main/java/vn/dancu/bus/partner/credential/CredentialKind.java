package vn.dancu.bus.partner.credential;

import java.util.Arrays;
import java.util.Optional;

/** The kind of a credential. */
public enum CredentialKind {
    /** Goes into the digest of the SOAP door; also taken at the token endpoint by a partner without a client secret. */
    SECRET("secret"),
    /** The OAuth 2.0 client secret of the token endpoint. */
    CLIENT_SECRET("client-secret"),
    /** An X.509 certificate, which the HTTP doors then demand in TLS. */
    CERTIFICATE("certificate"),
    /** An X.509 certificate by whose key the partner signs its messages, which the SOAP doors then demand. */
    SIGNING_CERTIFICATE("signing-certificate");

    private final String code;

    CredentialKind(String code) {
        this.code = code;
    }

    /** Whether it is registered, and not issued by the bus. */
    public boolean isCertificate() {
        return this == CERTIFICATE || this == SIGNING_CERTIFICATE;
    }

    public String code() {
        return code;
    }

    /** The kind of that code; empty when there is none. */
    public static Optional<CredentialKind> byCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
