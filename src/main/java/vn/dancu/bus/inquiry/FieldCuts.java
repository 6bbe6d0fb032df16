package vn.dancu.bus.inquiry;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.CitizenFields;

/** What of the fields asked for is released and what is withheld; the same few cuts are made all the time. Thread-safe. */
final class FieldCuts {

    private static final int MAX_KEPT = 512;

    private final Map<Pair, FieldCut> kept = new ConcurrentHashMap<>();

    private record Pair(Set<FieldPath> asked, Set<FieldPath> allowed, boolean isNamed) {}

    /**
     * One cut, in the order in which the fields were asked for.
     *
     * @param released asked for and allowed; of a group of which only parts are allowed these
     * @param withheld asked for and not allowed, or only in part
     */
    record FieldCut(Set<FieldPath> released, Set<FieldPath> withheld) {

        /** The same without what the other side kept back. */
        FieldCut without(Set<FieldPath> kept) {
            Set<FieldPath> given = new LinkedHashSet<>(released);
            given.removeAll(kept);
            Set<FieldPath> missed = new LinkedHashSet<>(withheld);
            missed.addAll(kept);
            return new FieldCut(given, missed);
        }
    }

    /**
     * @param isNamed whether the asker named the fields; who named none asks for all, but does not miss a group of another authority that
     *     it may not have
     */
    FieldCut of(Set<FieldPath> asked, Set<FieldPath> allowed, boolean isNamed) {
        Pair pair = new Pair(asked, allowed, isNamed);
        FieldCut known = kept.get(pair);
        if (known == null) {
            known = cut(asked, allowed, isNamed);
            if (kept.size() < MAX_KEPT) {
                kept.put(new Pair(Set.copyOf(asked), Set.copyOf(allowed), isNamed), known);
            }
        }
        return known;
    }

    private static FieldCut cut(Set<FieldPath> asked, Set<FieldPath> allowed, boolean isNamed) {
        Set<FieldPath> released = FieldPath.common(asked, allowed);
        Set<FieldPath> withheld = new LinkedHashSet<>(asked);
        withheld.removeAll(released);
        withheld.removeIf(field -> !isNamed && CitizenFields.isGroup(field));
        return new FieldCut(released, withheld);
    }
}
