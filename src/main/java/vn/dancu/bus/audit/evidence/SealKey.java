package vn.dancu.bus.audit.evidence;

import java.time.Instant;

/**
 * The public part of a key that signs seals.
 *
 * @param number from 1; the greatest signs now
 * @param publicKey SubjectPublicKeyInfo, as {@code openssl} reads it
 * @param madeAt when
 * @param madeBy the account, or the bus itself
 */
public record SealKey(int number, byte[] publicKey, Instant madeAt, String madeBy) {

    /** SHA-256 of the public key, hexadecimal: what somebody outside keeps or publishes. */
    public String fingerprint() {
        return Hashes.hex(Hashes.of(publicKey));
    }
}
