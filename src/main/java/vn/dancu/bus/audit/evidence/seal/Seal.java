package vn.dancu.bus.audit.evidence.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.kernel.Sha256;

/**
 * What is signed for a batch of records. Hashes are in hexadecimal.
 *
 * @param number from 1, without gaps
 * @param previous hash of the seal before; of the first, {@link #NONE}
 * @param root of the tree over the records' hashes
 * @param listing hash over the records' ids, kinds and months
 * @param key number of the key that signed
 * @param fingerprint SHA-256 of that key's public part
 */
public record Seal(
        long number,
        String previous,
        TrailPosition first,
        TrailPosition last,
        int records,
        String root,
        String listing,
        Instant sealedAt,
        int key,
        String fingerprint) {

    /** The hash that the first seal gives for a previous one. */
    public static final String NONE = "0".repeat(64);

    /** Most records in one batch. */
    public static final int MAX_RECORDS = 1024;

    public Seal {
        sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The text that is signed and hashed. */
    public byte[] signedText() {
        String text = "dancu-seal-v1\nnumber: " + number
                + "\nprevious: " + previous
                + "\nfirst: " + first
                + "\nlast: " + last
                + "\nrecords: " + records
                + "\nroot: " + root
                + "\nlisting: " + listing
                + "\nsealedAt: " + SealedRecord.micros(sealedAt)
                + "\nkey: " + key + " " + fingerprint + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the signed text, hexadecimal. */
    public String hash() {
        return Sha256.hex(signedText());
    }
}
