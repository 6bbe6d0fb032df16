package vn.dancu.bus.policy.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.RightsDifference;

/** A partner's rights as values by their place, so that two versions can be laid beside each other. */
public final class RightsDiff {

    /** What differs, by partner and place. */
    public static List<RightsDifference> differences(PolicyContent before, PolicyContent after) {
        Set<String> partners = new TreeSet<>();
        before.entitlements().keySet().forEach(it -> partners.add(it.value()));
        after.entitlements().keySet().forEach(it -> partners.add(it.value()));
        List<RightsDifference> differences = new ArrayList<>();
        for (String partner : partners) {
            PartnerId id = new PartnerId(partner);
            differences.addAll(differences(partner, before.of(id), after.of(id)));
        }
        return differences;
    }

    private static List<RightsDifference> differences(
            String partner, PolicyContent.Entitlement before, PolicyContent.Entitlement after) {
        List<RightsDifference> differences = new ArrayList<>();
        if (before.equals(after)) {
            return differences;
        }
        Map<String, SortedSet<String>> first = of(before);
        Map<String, SortedSet<String>> second = of(after);
        TreeSet<String> places = new TreeSet<>(first.keySet());
        places.addAll(second.keySet());
        for (String place : places) {
            List<String> removed = only(first.get(place), second.get(place));
            List<String> added = only(second.get(place), first.get(place));
            if (!removed.isEmpty() || !added.isEmpty()) {
                differences.add(new RightsDifference(partner, place, removed, added));
            }
        }
        return differences;
    }

    private static List<String> only(@Nullable Set<String> these, @Nullable Set<String> those) {
        return (these == null ? Set.<String>of() : these)
                .stream().filter(it -> those == null || !those.contains(it)).toList();
    }

    private static Map<String, SortedSet<String>> of(PolicyContent.Entitlement entitlement) {
        Map<String, SortedSet<String>> facts = new TreeMap<>();
        put(facts, "officers", entitlement.officers());
        put(facts, "managedOfficers", Set.of(entitlement.managedOfficers()));
        entitlement.permissions().forEach((service, those) -> {
            for (int i = 0; i < those.size(); i++) {
                permission(facts, "grants/" + service + "/" + (i + 1) + "/", those.get(i));
            }
        });
        entitlement.quotas().forEach((service, quota) -> {
            put(facts, "quotas/" + service + "/perMinute", Set.of(quota.perMinute()));
            put(facts, "quotas/" + service + "/perDay", Set.of(quota.perDay()));
        });
        return facts;
    }

    private static void permission(
            Map<String, SortedSet<String>> facts, String place, PolicyContent.Permission permission) {
        GrantTerms terms = permission.terms();
        put(facts, place + "purpose", Set.of(permission.purpose()));
        put(facts, place + "procedures", permission.procedures());
        put(facts, place + "fields", permission.fields());
        put(facts, place + "officers", terms.officers().isEmpty() ? Set.of(PolicyContent.ANY) : terms.officers());
        put(facts, place + "relationship", Set.of(terms.demand().code()));
        put(facts, place + "caseForms", terms.caseForms());
        put(facts, place + "consent", Set.of(terms.consent().code()));
        String basis = terms.legalBasis();
        put(facts, place + "legalBasis", basis == null ? Set.of() : Set.of(basis));
    }

    private static void put(Map<String, SortedSet<String>> facts, String place, Collection<?> values) {
        facts.put(place, values.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    private RightsDiff() {}
}
