package vn.dancu.bus.audit.evidence;

import java.util.List;
import java.util.UUID;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;

/** Reads seals and records in the order of the trail, in the caller's transaction when there is one. */
public interface TrailReader {

    /** All keys that signed seals, the oldest first. */
    List<SealKey> keys();

    /** The months that were dropped after they had been archived. */
    List<TrailMonth> droppedMonths();

    /** Seals from that number on, at most {@code limit}. */
    List<SealedBatch> sealsFrom(long number, int limit);

    /** Seals before that number, the newest first, at most {@code limit}. */
    List<SealedBatch> sealsBefore(long number, int limit);

    /** The seal that covers the position; empty when the position is not sealed yet. */
    List<SealedBatch> sealCovering(TrailPosition position);

    /** The records with that id; more than one only when somebody tampered with the table. */
    List<SealedRecord> records(UUID id);

    /** The records after the one position up to the other. */
    List<SealedRecord> records(TrailPosition after, TrailPosition to);

    /** The records of a month after the one position up to the other. */
    List<SealedRecord> records(TrailMonth month, TrailPosition after, TrailPosition to);
}
