package vn.dancu.bus.audit.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.kernel.Actor;

/** Seals of the audit trail, and the files by which others see that nothing was changed. */
public interface Evidence {

    /**
     * What is told of a seal.
     *
     * @param number from 1, without gaps
     * @param hash SHA-256, hexadecimal; what Kafka holds too
     * @param previous hash of the seal before
     * @param records how many it covers
     * @param sealedAt when
     * @param key number of the key that signed
     * @param timeStamped whether a time-stamp authority has confirmed it
     */
    record Summary(
            long number, String hash, String previous, int records, Instant sealedAt, int key, boolean timeStamped) {}

    /** Seals after that number, in order; at most {@code limit}. */
    List<Summary> seals(long after, int limit);

    /** The keys by which seals are checked, the oldest first. */
    List<SealKey> keys();

    /**
     * The proof of one record, as a file by {@code schemas/evidence/v1/proof.schema.json}; an act.
     *
     * @return JSON, UTF-8
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when there is no such record or no seal covers
     *     it yet
     */
    byte[] proof(Actor actor, UUID record);

    /**
     * Notes that seals with their records are taken out; an act. Then {@link #export} writes them.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when one of the two seals is not there
     */
    void announceExport(Actor actor, long from, long to);

    /** Writes seals from the one number to the other with their records as JSON Lines in gzip; closes the stream. */
    void export(long from, long to, OutputStream out) throws IOException;

    /** Makes a new key, which signs from the next seal on; an act. */
    SealKey newKey(Actor actor);
}
