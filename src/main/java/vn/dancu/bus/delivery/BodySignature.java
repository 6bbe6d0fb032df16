package vn.dancu.bus.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent to a partner, as Standard Webhooks has it. */
public final class BodySignature {

    private static final String ALGORITHM = "HmacSHA256";

    private BodySignature() {}

    /**
     * The signature: {@code v1,} and the Base64 of HMAC-SHA-256 over {@code <id>.<seconds>.<body>}.
     *
     * @param secret known to the partner and the bus alone
     * @param id of the message, the same at every attempt
     * @param seconds since 1970, when it is sent
     */
    public static String of(String secret, String id, String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
