package vn.dancu.bus.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and hexadecimal in small letters. */
final class Hashes {

    static final int BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    static byte[] of(byte[] content) {
        return sha256().digest(content);
    }

    static String hexOf(String text) {
        return hex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    private Hashes() {}
}
