package vn.dancu.bus.message.population.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.field.FieldValues;

/** Numbers, dates, places and related persons of a question. */
final class QuestionPersonMapper {

    private QuestionPersonMapper() {}

    /** The number by which a person is named; of two the 12-digit one, where two may be given. */
    static PersonalId number(Node person, String path, boolean bothMayBeGiven) {
        String soDinhDanh = person.value("SoDinhDanh");
        String soCmnd = person.value("SoCMND");
        if (soDinhDanh != null && soCmnd != null && !bothMayBeGiven) {
            throw FieldRefusals.invalid(
                    FieldRefusals.join(path, "SoCMND"), "empty or absent where SoDinhDanh is given");
        }
        if (soDinhDanh != null) {
            return PersonalId.soDinhDanh(soDinhDanh);
        }
        if (soCmnd != null) {
            return PersonalId.soCmnd(soCmnd);
        }
        throw FieldRefusals.missing(FieldRefusals.join(path, "SoDinhDanh"), "SoDinhDanh or SoCMND is required");
    }

    static BirthDate birthDate(Node date, String path) {
        String day = date.value("NgayThangNam");
        if (day == null) {
            return BirthDate.ofYear(Integer.parseInt(Objects.requireNonNull(date.value("Nam"))));
        }
        try {
            return BirthDate.of(LocalDate.of(
                    Integer.parseInt(day, 0, 4, 10), Integer.parseInt(day, 4, 6, 10), Integer.parseInt(day, 6, 8, 10)));
        } catch (DateTimeException e) {
            // The exception repeats the date; it is not kept as a cause.
            throw FieldRefusals.invalid(FieldRefusals.join(path, "NgayThangNam"), "a day that is in the calendar");
        }
    }

    static Node birthDate(String name, BirthDate date) {
        Elements node = Elements.of(name);
        date.fullDate()
                .ifPresentOrElse(
                        day -> node.add("NgayThangNam", day.format(DateTimeFormatter.BASIC_ISO_DATE)),
                        () -> node.add("Nam", String.valueOf(date.year())));
        return node.done();
    }

    static @Nullable Address address(Node parent, String name) {
        Node place = parent.child(name);
        if (place == null) {
            return null;
        }
        Address address = RecordTreeReader.record(place, Address.FIELDS);
        // Free text is never compared: alone it would agree with every address.
        if (place.children().stream().allMatch(child -> child.name().equals("ChiTiet"))) {
            throw FieldRefusals.missing(name, "at least one code of a unit or country is required");
        }
        return address;
    }

    static Node address(String name, Address address) {
        FieldValues<Address> values = Address.FIELDS.values(address);
        Elements place = Elements.of(name);
        Address.FIELDS.fields().forEach(field -> place.add(field.element(), (String) values.get(field)));
        return place.done();
    }

    static @Nullable RelatedPerson related(Node parent, String name) {
        Node person = parent.child(name);
        if (person == null) {
            return null;
        }
        PersonalId number = number(person, name, false);
        boolean isDinhDanh = number.kind() == PersonalId.Kind.SO_DINH_DANH;
        return new RelatedPerson(
                isDinhDanh ? number.digits() : null,
                isDinhDanh ? null : number.digits(),
                null,
                PersonName.whole(Objects.requireNonNull(person.value("HoVaTen"))),
                null,
                null,
                null);
    }

    static Node related(String name, RelatedPerson person) {
        return Elements.of(name)
                .add("SoDinhDanh", person.soDinhDanh())
                .add("SoCMND", person.soDinhDanh() == null ? person.soCmnd() : null)
                .add("HoVaTen", person.name() == null ? null : person.name().full())
                .done();
    }
}
