package vn.dancu.bus.shelf.shadow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the copies of some messages did, counted. */
public final class ShadowReport {

    private static final int MAX_SHOWN = 8;

    private final Map<String, Integer> differences = new TreeMap<>();
    private int compared;
    private int differing;
    private int skipped;
    private long dropped;

    void add(String route, List<String> found) {
        compared++;
        differing += found.isEmpty() ? 0 : 1;
        found.stream().distinct().forEach(one -> differences.merge(route + ": " + one, 1, Integer::sum));
    }

    /** A message whose body could not be copied, and is needed. */
    void skip() {
        skipped++;
    }

    void dropped(long number) {
        dropped = number;
    }

    /** Messages whose copies ended. */
    public int compared() {
        return compared;
    }

    /** Those of them that did otherwise. */
    public int differing() {
        return differing;
    }

    /** Counts, for the timeline. */
    public String counts() {
        return "compared " + compared + ", differing " + differing + ", skipped " + skipped + ", dropped " + dropped;
    }

    /** The differences with how many messages each, the most frequent first; names, kinds and codes, never content. */
    public String words() {
        return differences.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MAX_SHOWN)
                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                .collect(Collectors.joining("; "));
    }

    int seen() {
        return compared + skipped;
    }
}
