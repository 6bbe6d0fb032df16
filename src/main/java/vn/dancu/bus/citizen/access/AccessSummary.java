package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.util.List;

/**
 * The log as a text message has it; without the citizen's own look-ups.
 *
 * @param inYear how many uses there were within twelve months, counted no further than to {@link #MOST}
 * @param last the newest, at most {@link #LAST}
 */
public record AccessSummary(int inYear, List<Use> last) {

    /** How far uses are counted. */
    public static final int MOST = 999;

    /** How many uses are named. */
    public static final int LAST = 3;

    public AccessSummary {
        last = List.copyOf(last);
    }

    /** Whether there were {@link #MOST} or more. */
    public boolean isMore() {
        return inYear == MOST;
    }

    /**
     * One use.
     *
     * @param by the name of the authority, whole and with diacritics
     * @param what at most 20 characters without diacritics
     */
    public record Use(Instant at, String by, String what) {}
}
