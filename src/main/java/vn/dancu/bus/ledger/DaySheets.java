package vn.dancu.bus.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The signed sheets of days that are over, in UTC. */
public interface DaySheets {

    /**
     * A sheet in a list.
     *
     * @param key number of the key of seals that signed
     * @param even whether every hour of every door and partner was even
     */
    record SheetSummary(LocalDate day, Instant signedAt, int key, boolean even) {}

    /** The newest first. */
    List<SheetSummary> list(int limit);

    /** The sheet as a file, JSON by {@code schemas/evidence/v1/day-sheet.schema.json}. */
    Optional<byte[]> find(LocalDate day);
}
