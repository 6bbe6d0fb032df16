package vn.dancu.bus.message.population;

import org.jspecify.annotations.Nullable;

/**
 * A person named in another's record (NguoiLienQuan): parent, spouse, representative, head or member of a household.
 *
 * @param soDinhDanh 12 digits
 * @param soCmnd 9 digits
 * @param nationality ISO 3166 alpha-2 (QuocTich)
 * @param name the name as held
 * @param relation code of the relation to the head of household (QuanHe), such as {@code CH01} for the head
 * @param birthDate only for members of a household
 * @param gender only for members of a household
 */
public record RelatedPerson(
        @Nullable String soDinhDanh,
        @Nullable String soCmnd,
        @Nullable String nationality,
        @Nullable PersonName name,
        @Nullable String relation,
        @Nullable BirthDate birthDate,
        @Nullable String gender) {

    @Override
    public String toString() {
        return "RelatedPerson[masked]";
    }
}
