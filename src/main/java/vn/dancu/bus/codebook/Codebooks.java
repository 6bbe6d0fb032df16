package vn.dancu.bus.codebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;

/** Lists that are fetched from the platform, what changed in them, and what waits for a person. Decisions are acts. */
public interface Codebooks {

    /** The largest number of codes in one decision. */
    int MAX_CODES = 500;

    /** Every list that was ever fetched or tried, by code. */
    List<CodebookState> all();

    /** One list; empty when it was never tried. */
    Optional<CodebookState> find(String list);

    /**
     * What changed, newest first.
     *
     * @param list null for all
     * @param below only changes with smaller numbers
     */
    List<CodebookChange> changes(@Nullable String list, long below, int limit);

    /**
     * Codes in use that the platform has no more and about which nobody decided, by list and code.
     *
     * @param from how many to leave out
     */
    List<MissingCode> missing(int from, int limit);

    /** Pulls, newest first, with numbers below that one. */
    List<PullRecord> pulls(long below, int limit);

    /**
     * Ends codes that wait, or that somebody kept: yesterday was their last day.
     *
     * @return how many
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} for no such list, {@code field_invalid} when a code does not wait
     *     or the reason cannot be one, {@code evidence_missing} without a reason, {@code limit_reached} for more than {@link #MAX_CODES}
     */
    int end(Actor by, String list, List<String> codes, String reason);

    /**
     * Keeps codes in use though the platform has them no more; they wait no longer. The same exceptions.
     *
     * @return how many
     */
    int keep(Actor by, String list, List<String> codes, String reason);

    /**
     * Lets a pull take over what it held back because too much would change at once, as long as the platform says the same.
     *
     * @param hash of what is held, {@link CodebookState#heldHash}
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}, {@code version_outdated} when something else is held or nothing
     */
    CodebookState accept(Actor by, String list, String hash, String reason);

    /**
     * Makes the next pull due now; one instance begins it within {@code dancu.codebook.refresh}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code move_not_allowed} when the settings name no platform
     */
    void pullNow(Actor by);
}
