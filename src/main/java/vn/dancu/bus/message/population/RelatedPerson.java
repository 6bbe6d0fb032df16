package vn.dancu.bus.message.population;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.field.FieldKind;
import vn.dancu.bus.message.population.field.RecordDescription;

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

    /** The fields by the names of their elements. */
    public static final RecordDescription<RelatedPerson> FIELDS = RecordDescription.<RelatedPerson>builder()
            .texts("QuanHe", "SoDinhDanh", "SoCMND", "QuocTich")
            .with("HoVaTen", FieldKind.NAME, PersonName.FIELDS)
            .with("NgayThangNamSinh", FieldKind.DATE, null)
            .texts("GioiTinh")
            .build(
                    person -> new @Nullable Object[] {
                        person.relation,
                        person.soDinhDanh,
                        person.soCmnd,
                        person.nationality,
                        person.name,
                        person.birthDate,
                        person.gender
                    },
                    values -> new RelatedPerson(
                            values.at(1),
                            values.at(2),
                            values.at(3),
                            values.at(4),
                            values.at(0),
                            values.at(5),
                            values.at(6)));

    /** How many of them a person has who is no member of a household: the schema has no birth date and gender there. */
    public static final int FIELDS_OF_NO_MEMBER = 5;

    @Override
    public String toString() {
        return "RelatedPerson[masked]";
    }
}
