package vn.dancu.bus.message.population;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;

/**
 * A household: its book number, head, place and members. An absent field is null; members not released are an empty
 * list.
 */
public record Household(
        @Nullable String householdBook,
        @Nullable RelatedPerson head,
        @Nullable Address address,
        List<RelatedPerson> members) {

    public Household {
        members = List.copyOf(members);
    }

    /** The same household with every field absent that is not in the set. */
    public Household only(Set<FieldPath> fields) {
        return new Household(
                fields.contains(CitizenFields.SO_SO_HO_KHAU) ? householdBook : null,
                fields.contains(CitizenFields.CHU_HO) ? head : null,
                fields.contains(CitizenFields.THUONG_TRU) ? address : null,
                fields.contains(CitizenFields.THANH_VIEN) ? members : List.of());
    }

    @Override
    public String toString() {
        return "Household[masked]";
    }
}
