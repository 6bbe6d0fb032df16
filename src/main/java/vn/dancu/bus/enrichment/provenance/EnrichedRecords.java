package vn.dancu.bus.enrichment.provenance;

import java.util.List;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PersonalId;

/** What the register holds of somebody from other authorities. Thread-safe. */
public interface EnrichedRecords {

    /**
     * By number; one that was replaced is followed. Recorded as {@code enrichment.record_looked} with the person, before anything is shown.
     *
     * @param reason without a personal number
     * @return by group; empty for a number that leads to nobody, or to somebody of whom nothing is held
     */
    List<HeldGroup> look(Actor by, PersonalId number, String reason);
}
