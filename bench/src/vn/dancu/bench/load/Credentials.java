package vn.dancu.bench.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The digest recipe of the population service: {@code Basic base64(user:sha256hex(path+user+timestamp+secret))}.
 *
 * @param user partner id
 * @param secret in clear, a sandbox secret
 */
public record Credentials(String user, String secret) {

    /** The base64 text for that path and moment; always of the same length for the same user. */
    public byte[] sign(String path, String timestamp) {
        String digest = HexFormat.of().formatHex(sha256(path + user + timestamp + secret));
        return Base64.getEncoder().encode((user + ":" + digest).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + user + ", masked]";
    }
}
