package vn.dancu.bus.audit.evidence.seal;

import vn.dancu.bus.kernel.Sha256;

/**
 * The public part of a key that signs seals.
 *
 * @param number from 1; the key with the greatest number signs now
 * @param publicKey SubjectPublicKeyInfo, as {@code openssl} reads it
 */
public record SealKey(int number, byte[] publicKey) {

    /** SHA-256 of the public key, hexadecimal: what an auditor keeps or an authority publishes. */
    public String fingerprint() {
        return Sha256.hex(publicKey);
    }
}
