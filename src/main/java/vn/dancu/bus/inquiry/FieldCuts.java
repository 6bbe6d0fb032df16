package vn.dancu.bus.inquiry;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.dancu.bus.kernel.FieldPath;

/** What of the fields asked for is released and what is withheld; the same few cuts are made all the time. Thread-safe. */
final class FieldCuts {

    private static final int MAX_KEPT = 512;

    private final Map<Pair, FieldCut> kept = new ConcurrentHashMap<>();

    private record Pair(Set<FieldPath> asked, Set<FieldPath> allowed) {}

    /**
     * One cut, in the order in which the fields were asked for.
     *
     * @param released asked for and allowed
     * @param withheld asked for and not allowed
     */
    record FieldCut(Set<FieldPath> released, Set<FieldPath> withheld) {}

    FieldCut of(Set<FieldPath> asked, Set<FieldPath> allowed) {
        Pair pair = new Pair(asked, allowed);
        FieldCut known = kept.get(pair);
        if (known == null) {
            known = cut(asked, allowed);
            if (kept.size() < MAX_KEPT) {
                kept.put(new Pair(Set.copyOf(asked), Set.copyOf(allowed)), known);
            }
        }
        return known;
    }

    private static FieldCut cut(Set<FieldPath> asked, Set<FieldPath> allowed) {
        Set<FieldPath> released = new LinkedHashSet<>(asked);
        released.retainAll(allowed);
        Set<FieldPath> withheld = new LinkedHashSet<>(asked);
        withheld.removeAll(released);
        return new FieldCut(released, withheld);
    }
}
