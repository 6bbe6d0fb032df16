package vn.dancu.bus.dialect.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hashes by which an answer through X-Road says to which request it is: SHA-512, in Base64. */
public final class RequestHash {

    /** Name of the header under which {@link AnswerReader} finds {@link #ofHead} of what was sent, in small letters. */
    public static final String SENT_HEAD = "dancu-sent-head";

    private RequestHash() {}

    /** Over SOAP: of the bytes that were sent (PR-MESS §2.2). */
    static String ofMessage(byte[] message) {
        return text(sha512().digest(message));
    }

    /**
     * Over REST, of the head alone.
     *
     * @param head verb, path with query and header fields, each with a line end
     */
    public static String ofHead(String head) {
        return ofMessage(head.getBytes(StandardCharsets.UTF_8));
    }

    /** Over REST: of the hashes of head and body, of the head alone where there is no body (PR-REST §4.3). */
    static String ofRequest(String headHash, byte[] body) {
        if (body.length == 0) {
            return headHash;
        }
        MessageDigest both = sha512();
        both.update(Base64.getDecoder().decode(headHash));
        both.update(sha512().digest(body));
        return text(both.digest());
    }

    static boolean isSame(String expected, String said) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), said.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-512 is part of every JDK", e);
        }
    }
}
