package vn.dancu.bus.audit.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.kernel.Actor;

/** Seals of the audit trail, and the files with which others verify that no record was changed. */
public interface Evidence {

    /**
     * A seal in a list.
     *
     * @param number from 1, without gaps
     * @param hash SHA-256, hexadecimal, as in the event of the seal
     * @param previous hash of the previous seal
     * @param records number of records that the seal covers
     * @param sealedAt when
     * @param key number of the key that signed
     * @param timeStamped whether a time-stamp authority has confirmed it
     */
    record SealSummary(
            long number, String hash, String previous, int records, Instant sealedAt, int key, boolean timeStamped) {}

    /**
     * A key that signs seals.
     *
     * @param number from 1; the key with the greatest number signs now
     * @param publicKey SubjectPublicKeyInfo, as {@code openssl} reads it
     * @param fingerprint SHA-256 of the public key, hexadecimal
     * @param madeBy the account, or the bus itself
     */
    record KeySummary(int number, byte[] publicKey, String fingerprint, Instant madeAt, String madeBy) {

        static KeySummary of(int number, byte[] publicKey, Instant madeAt, String madeBy) {
            return new KeySummary(number, publicKey, new SealKey(number, publicKey).fingerprint(), madeAt, madeBy);
        }
    }

    /** Seals after that number, in order; at most {@code limit}. */
    List<SealSummary> seals(long after, int limit);

    /** Seals before that number, the newest first; at most {@code limit}. */
    List<SealSummary> newestSeals(long before, int limit);

    /** The keys by which seals are checked, the oldest first. */
    List<KeySummary> keys();

    /**
     * The proof of one record, as a file by {@code schemas/evidence/v1/proof.schema.json}; an act.
     *
     * @return JSON, UTF-8
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when there is no such record or no seal covers
     *     it yet
     */
    byte[] proof(Actor actor, UUID record);

    /**
     * Records that seals with their records are exported; an act. {@link #export} writes them afterwards.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when one of the two seals is not there
     */
    void announceExport(Actor actor, long from, long to);

    /** Writes seals from the one number to the other with their records as JSON Lines in gzip; closes the stream. */
    void export(long from, long to, OutputStream out) throws IOException;

    /** Records that less than the whole of a file left, of which an act says that it was downloaded. */
    void brokeOff(Actor actor, String subject);

    /** Makes a new key, which signs from the next seal on; an act. */
    KeySummary newKey(Actor actor);
}
