package vn.dancu.bus.enrichment.difference;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;

/**
 * Differences of all jobs, and what is decided of them. Thread-safe; of two who decide about the same difference one does, whatever the
 * instance.
 */
public interface Differences {

    /** How many may be looked at, or named, at once. */
    int AT_ONCE = 500;

    /**
     * In the order of jobs and lines.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Difference> list(DifferenceFilter filter, @Nullable DifferenceKey after, int most);

    /** How many match and may be decided. */
    long open(DifferenceFilter filter);

    /**
     * Differences in clear. Each is recorded as {@code enrichment.difference_looked} with its person, before anything is shown.
     *
     * @param reason without a personal number
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} where one is not there, {@code field_invalid} for none or too many
     */
    List<ComparedRecord> look(Actor by, List<DifferenceKey> keys, String reason);

    /**
     * Decides. What its source marks waits for a second person, unless the source is only asked. The same order once more, by the same
     * account, is the same decision.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} where a difference is not there or none matches,
     *     {@code difference_decided} where one was decided or waits for a second person, {@code move_not_allowed} where its job has not
     *     ended, {@code field_invalid} for differences of several sources, or an unknown number that is accepted, or the objection to
     *     the partner of the source
     */
    DecisionBatch decide(Actor by, DecisionOrder order);

    /**
     * Confirms a decision that waits.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}, {@code move_not_allowed}, {@code second_person_required}
     */
    DecisionBatch confirm(Actor by, UUID decision);

    /**
     * Rejects a decision that waits, or takes back one's own; its differences are open again.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}, {@code move_not_allowed}
     */
    DecisionBatch reject(Actor by, UUID decision, String reason);

    Optional<DecisionBatch> find(UUID decision);

    /**
     * The youngest first.
     *
     * @param state null for all
     * @param after the last one of the page before; null for the first page
     */
    List<DecisionBatch> decisions(DecisionBatch.@Nullable State state, @Nullable UUID after, int most);

    /**
     * What the source of a job is to know, as CSV: a line for each of its differences that was decided or is asked about, with its own id
     * of the record, codes, and what was written for it. Nothing of another source and no value of the register is in it.
     */
    void writeDecisions(UUID job, OutputStream out) throws IOException;
}
