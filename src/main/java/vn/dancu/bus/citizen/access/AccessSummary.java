package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.util.List;

/**
 * The log as a text message has it.
 *
 * @param inYear how many uses by others there were within twelve months, counted no further than to {@link #MOST}
 * @param own how many look-ups of the citizen's own were answered within twelve months, likewise
 * @param last the newest by others, at most {@link #LAST}
 */
public record AccessSummary(int inYear, int own, List<Use> last) {

    /** How far uses are counted. */
    public static final int MOST = 999;

    /** How many uses are named. */
    public static final int LAST = 3;

    public AccessSummary {
        last = List.copyOf(last);
    }

    /**
     * One use.
     *
     * @param by the name of the authority, whole and with diacritics
     * @param what at most 20 characters without diacritics
     */
    public record Use(Instant at, String by, String what) {}
}
