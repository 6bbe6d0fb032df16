package vn.dancu.bus.desk.partner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.credential.CredentialKind;

/** A certificate as people paste it and programs send it. */
public final class CertificateText {

    /**
     * The bytes of PEM, or of base64 of DER.
     *
     * @throws BusException {@code field_invalid}
     */
    public static byte[] bytes(String text) {
        if (text.stripLeading().startsWith("-----BEGIN")) {
            return text.strip().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, "certificate", "PEM, or base64 of DER"), e);
        }
    }

    /**
     * What a certificate is registered for; TLS where nothing is said.
     *
     * @throws BusException {@code field_invalid}
     */
    public static CredentialKind kind(@Nullable String code) {
        return code == null || code.isEmpty()
                ? CredentialKind.CERTIFICATE
                : CredentialKind.byCode(code)
                        .filter(CredentialKind::isCertificate)
                        .orElseThrow(() ->
                                BusException.of(ErrorCode.FIELD_INVALID, "kind", "certificate or signing-certificate"));
    }

    private CertificateText() {}
}
