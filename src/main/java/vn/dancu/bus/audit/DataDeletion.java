package vn.dancu.bus.audit;

import java.time.Instant;
import java.util.function.ToIntFunction;

/** Deletes what rooms have kept long enough, and proves it. */
@FunctionalInterface
public interface DataDeletion {

    /**
     * Deletes in one transaction, unless a legal hold or freeze order covers a time before that moment. What was deleted is recorded
     * as an act, with the moment and the number of records; nothing is when there was none.
     *
     * @param action of the act, such as {@code consent.deleted}
     * @param before what ended before that moment
     * @param rows deletes, and says how many
     */
    void run(String action, Instant before, ToIntFunction<Instant> rows);
}
