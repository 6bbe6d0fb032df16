package vn.dancu.bus.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is signed about a batch of records. Hashes are in hexadecimal.
 *
 * @param number from 1, without gaps
 * @param previous hash of the seal before; of the first, {@link #NONE}
 * @param root of the tree over the records' hashes
 * @param listing hash over the records' ids, kinds and months
 * @param key number of the key that signed
 * @param fingerprint SHA-256 of that key's public part
 */
record Seal(
        long number,
        String previous,
        Position first,
        Position last,
        int records,
        String root,
        String listing,
        Instant sealedAt,
        int key,
        String fingerprint) {

    /** What the first seal has for a previous one. */
    static final String NONE = "0".repeat(64);

    Seal {
        sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The text that is signed and hashed. */
    byte[] signedText() {
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

    String hash() {
        return Hashes.hex(Hashes.of(signedText()));
    }
}
