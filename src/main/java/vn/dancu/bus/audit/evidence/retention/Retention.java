package vn.dancu.bus.audit.evidence.retention;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Actor;

/** How long records are kept: months of each kind, their archive files, and when they are dropped. */
public interface Retention {

    /**
     * A month of one kind that is in the database.
     *
     * @param month year and month in UTC, such as 202611
     * @param keptUntil it is dropped after that moment, when it is archived, sealed, relayed and not held
     * @param archived whether a file holds it
     * @param held whether a legal hold is on it
     */
    record State(RecordKind kind, int month, Instant keptUntil, boolean archived, boolean held) {}

    /**
     * A file of the archive.
     *
     * @param part 2 and more when records of the month came after it had been dropped
     * @param file its name in the folder
     * @param sha256 of the file, hexadecimal
     * @param firstSeal number of the first seal that covers its records
     * @param recipient fingerprint of the public key to which it is encrypted, hexadecimal
     * @param droppedAt when the records left the database; null while they are there
     */
    record Archived(
            RecordKind kind,
            int month,
            int part,
            String file,
            String sha256,
            long bytes,
            long records,
            long firstSeal,
            long lastSeal,
            String recipient,
            Instant archivedAt,
            @Nullable Instant droppedAt) {}

    /** All months in the database. */
    List<State> months();

    /** All files of the archive, the oldest month first. */
    List<Archived> archives();

    /**
     * Archives a month that is over; an act.
     *
     * @return the file; what was there already when the month was archived before
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when there is no such month;
     *     {@code move_not_allowed} when it is not over, not wholly sealed, empty, or no archive is set up
     * @throws IOException when the file cannot be written
     */
    Archived archive(Actor actor, RecordKind kind, int month) throws IOException;
}
