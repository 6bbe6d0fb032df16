package vn.dancu.bus.replay;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a replay would do, as things stand now.
 *
 * @param letters how many it would take up
 * @param ready how many of them would be asked or sent again
 * @param kept how many would stay where they are, by code
 * @param needsSecondPerson whether another person must confirm it
 * @param sample the first of them
 */
public record ReplayPlan(
        int letters, int ready, SortedMap<String, Integer> kept, boolean needsSecondPerson, List<Line> sample) {

    /**
     * One message.
     *
     * @param objection the code for which it would stay; null when it would be asked or sent again
     */
    public record Line(DeadLetter letter, @Nullable String objection) {}
}
