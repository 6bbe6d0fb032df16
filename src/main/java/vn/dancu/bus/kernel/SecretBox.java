package vn.dancu.bus.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets and personal content at rest (AES-256-GCM, random 96-bit nonce) and makes the keyed hash by which a
 * person can be found again without naming the person (HMAC-SHA-256). Every use has a key of its own, derived from the
 * master key and the use's name (HKDF expand, RFC 5869 §2.3). Thread-safe.
 */
public final class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MIN_MASTER_BYTES = 32;

    /** Kept, since the lookup of a cipher takes longer than its use. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(SecretBox::cipher);

    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;
    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<Mac> macs;

    private SecretBox(byte[] master, String use) {
        if (master.length < MIN_MASTER_BYTES) {
            throw new IllegalArgumentException("The master key takes at least 32 bytes");
        }
        this.sealing = new SecretKeySpec(expand(master, use + "/seal"), "AES");
        this.hashing = new SecretKeySpec(expand(master, use + "/hash"), "HmacSHA256");
        this.macs = ThreadLocal.withInitial(() -> mac(hashing));
    }

    /**
     * The box of one use, such as {@code audit/person}.
     *
     * @param master at least 32 bytes
     */
    public static SecretBox forUse(byte[] master, String use) {
        return new SecretBox(master, use);
    }

    /** Nonce, cipher text and tag in one array. */
    public byte[] seal(byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, clear, 0, clear.length);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what {@link #seal} made with the same key; refuses anything else. */
    public byte[] open(byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            throw new IllegalArgumentException("Sealed content is too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    /** The keyed hash of a text: 32 bytes, the same for the same text and master key. */
    public byte[] hash(String text) {
        return macs.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, int offset, int length) {
        try {
            Cipher cipher = CIPHERS.get();
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input, offset, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Content cannot be sealed or opened with this key", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES/GCM is part of every JDK", e);
        }
    }

    private static byte[] expand(byte[] master, String info) {
        Mac mac = mac(new SecretKeySpec(master, "HmacSHA256"));
        mac.update(info.getBytes(StandardCharsets.UTF_8));
        return mac.doFinal(new byte[] {1});
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
