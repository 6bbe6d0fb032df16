package vn.dancu.bus.desk.partner;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

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

    private CertificateText() {}
}
