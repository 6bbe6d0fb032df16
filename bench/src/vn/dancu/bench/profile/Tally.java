package vn.dancu.bench.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts by name, and the table of the largest. */
final class Tally {

    private final Map<String, Long> counts = new HashMap<>();
    private long total;

    void add(String name, long weight) {
        counts.merge(name, weight, Long::sum);
    }

    /** What the shares are shares of. */
    void addToTotal(long weight) {
        total += weight;
    }

    String table(String title, int rows) {
        StringBuilder text = new StringBuilder("\n" + title + "\n");
        List<Map.Entry<String, Long>> largest = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(rows)
                .toList();
        for (Map.Entry<String, Long> entry : largest) {
            double share = total == 0 ? 0 : 100.0 * entry.getValue() / total;
            text.append(String.format(Locale.ROOT, "  %5.1f %%  %s%n", share, entry.getKey()));
        }
        return text.toString();
    }
}
