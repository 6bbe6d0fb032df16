package vn.dancu.bus.message.population.group;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.field.FieldKind;
import vn.dancu.bus.message.population.field.RecordDescription;

/**
 * What an authority brought about a citizen in a group that has no element of its own: element {@code DuLieuLamGiau}.
 *
 * @param name of the group
 * @param authority the partner id of the authority that brought it
 * @param verifiedOn when it verified it, {@code yyyy-MM-dd}
 */
public record OtherGroup(String name, List<NamedText> values, @Nullable String authority, @Nullable String verifiedOn) {

    /** All of them together; each is the part of it that its name names. */
    public static final FieldPath ALL = FieldPath.of("DuLieuLamGiau");

    /** The fields of one by the names of their elements. */
    public static final RecordDescription<OtherGroup> FIELDS = RecordDescription.<OtherGroup>builder()
            .texts("Nhom")
            .with("ThongTin", FieldKind.RECORDS, NamedText.FIELDS)
            .texts(GroupValues.AUTHORITY, GroupValues.VERIFIED_ON)
            .build(
                    group -> new @Nullable Object[] {
                        group.name, group.values.isEmpty() ? null : group.values, group.authority, group.verifiedOn
                    },
                    values -> new OtherGroup(
                            Objects.requireNonNullElse(values.at(0), ""),
                            Objects.requireNonNullElse(values.at(1), List.of()),
                            values.at(2),
                            values.at(3)));

    public OtherGroup {
        values = List.copyOf(values);
    }

    /** By which policies, answers and audit events know the group. */
    public FieldPath path() {
        return FieldPath.of(ALL + "/" + name);
    }

    @Override
    public String toString() {
        return "OtherGroup[" + name + ", masked]";
    }
}
