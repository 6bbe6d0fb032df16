package vn.dancu.bus.audit.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a verifier gathers while it reads; not thread-safe. */
final class Findings {

    private final List<Finding> listed = new ArrayList<>();
    private final Map<Integer, String> keys = new TreeMap<>();
    private final Anchors anchors;
    private @Nullable String form;
    private @Nullable String lastSeal;
    private long more;
    private long seals;
    private long records;
    private long removed;
    private long timeStamps;
    private boolean expectedSeen;

    Findings(Anchors anchors) {
        this.anchors = anchors;
    }

    void form(String name) {
        form = name;
    }

    void add(Finding.Kind kind, long seal, @Nullable String record, @Nullable String place) {
        if (listed.size() < Report.MOST) {
            listed.add(new Finding(kind, seal, record, place));
        } else {
            more++;
        }
    }

    void seal(Seal seal) {
        seals++;
        lastSeal = seal.hash();
        expectedSeen |= lastSeal.equals(anchors.lastSeal());
        keys.put(seal.key(), seal.fingerprint());
    }

    void right(long count) {
        records += count;
    }

    void removed() {
        removed++;
    }

    void timeStamp() {
        timeStamps++;
    }

    long seals() {
        return seals;
    }

    Report report() {
        if (anchors.lastSeal() != null && !expectedSeen) {
            add(Finding.Kind.TAIL_CUT, 0, null, anchors.lastSeal());
        }
        List<String> signed = keys.entrySet().stream()
                .map(key -> key.getKey() + " " + key.getValue())
                .toList();
        boolean trusted = !anchors.fingerprints().isEmpty();
        return new Report(form, seals, records, removed, timeStamps, lastSeal, signed, trusted, listed, more);
    }
}
