package vn.dancu.bus.message.population;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.field.FieldKind;
import vn.dancu.bus.message.population.field.RecordDescription;

/**
 * A household: its book number, head, place and members. An absent field is null; members not released are an empty
 * list.
 */
public record Household(
        @Nullable String householdBook,
        @Nullable RelatedPerson head,
        @Nullable Address address,
        List<RelatedPerson> members) {

    /** Its members, as policies, answers and audit events name them. */
    public static final FieldPath MEMBERS = FieldPath.of("ThanhVien");

    /** The fields by the names of their elements. */
    public static final RecordDescription<Household> FIELDS = RecordDescription.<Household>builder()
            .texts("SoSoHoKhau")
            .with("ChuHo", FieldKind.PERSON, RelatedPerson.FIELDS)
            .with("ThuongTru", FieldKind.ADDRESS, Address.FIELDS)
            .with(MEMBERS.value(), FieldKind.RECORDS, RelatedPerson.FIELDS)
            .build(
                    household -> new @Nullable Object[] {
                        household.householdBook,
                        household.head,
                        household.address,
                        household.members.isEmpty() ? null : household.members
                    },
                    values -> new Household(
                            values.at(0),
                            values.at(1),
                            values.at(2),
                            Objects.requireNonNullElse(values.at(3), List.of())));

    public Household {
        members = List.copyOf(members);
    }

    /** The same household with every field absent that is not in the set. */
    public Household only(Set<FieldPath> fields) {
        return FIELDS.only(this, fields);
    }

    @Override
    public String toString() {
        return "Household[masked]";
    }
}
