package vn.dancu.bus.message.population.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/**
 * What other authorities brought about a citizen.
 *
 * @param known by the element of the group
 * @param others groups that have no element of their own
 */
public record CitizenGroups(Map<String, GroupValues> known, List<OtherGroup> others) {

    /** Nothing was brought, asked for or released. */
    public static final CitizenGroups NONE = new CitizenGroups(Map.of(), List.of());

    public CitizenGroups {
        known = Map.copyOf(known);
        others = List.copyOf(others);
    }

    public boolean isEmpty() {
        return known.isEmpty() && others.isEmpty();
    }

    /** Of each group what the set has: the whole group or some of its values, and whence these are. */
    public CitizenGroups only(Set<FieldPath> kept) {
        Map<String, GroupValues> left = new HashMap<>();
        known.forEach((element, values) -> {
            GroupValues part = part(FieldPath.of(element), values, kept);
            if (part != null) {
                left.put(element, part);
            }
        });
        List<OtherGroup> leftOthers = new ArrayList<>();
        for (OtherGroup other : others) {
            OtherGroup part = kept.contains(OtherGroup.ALL) ? other : part(other, kept);
            if (part != null) {
                leftOthers.add(part);
            }
        }
        return new CitizenGroups(left, leftOthers);
    }

    private static @Nullable GroupValues part(FieldPath group, GroupValues values, Set<FieldPath> kept) {
        if (kept.contains(group)) {
            return values;
        }
        RecordDescription<GroupValues> description = Objects.requireNonNull(ContractGroups.of(group.value()));
        FieldValues<GroupValues> left = description.values(values);
        boolean hasValue = false;
        for (RecordField<GroupValues, ?> field : description.fields()) {
            boolean isKept = kept.contains(FieldPath.of(group + "/" + field.element()));
            hasValue |= isKept;
            if (!isKept && !GroupValues.isOrigin(field.element())) {
                left.set(field, null);
            }
        }
        return hasValue ? description.record(left) : null;
    }

    private static @Nullable OtherGroup part(OtherGroup group, Set<FieldPath> kept) {
        if (kept.contains(group.path())) {
            return group;
        }
        List<NamedText> left = group.values().stream()
                .filter(value -> kept.contains(FieldPath.of(group.path() + "/" + value.name())))
                .toList();
        return left.isEmpty() ? null : new OtherGroup(group.name(), left, group.authority(), group.verifiedOn());
    }

    @Override
    public String toString() {
        return "CitizenGroups[masked]";
    }
}
