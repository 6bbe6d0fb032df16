package vn.dancu.bus.message.population.tree;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.NamedCode;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/** Reads citizens and households from elements of any shape: each form of a value is known by what stands in its element. */
final class RecordTreeReader {

    /** The other name of an ethnic group or a religion. */
    static final String OTHER_NAME = "TenGoiKhac";

    /** The one code of an address: of its ward, or else of the smallest unit known. */
    static final String UNIT = "MaDonViHanhChinh";

    private static final int DISTRICT_DIGITS = 3;
    private static final int WARD_DIGITS = 5;
    private static final int ISO_DAY_LENGTH = 10;

    private RecordTreeReader() {}

    static Citizen citizen(Node element) {
        FieldValues<Citizen> values = values(element, CitizenFields.CITIZEN);
        String otherName = element.value(OTHER_NAME);
        if (otherName != null && isPlain(element.child(CitizenFields.DAN_TOC.element()))) {
            NamedCode ethnicity = values.get(CitizenFields.DAN_TOC);
            values.set(CitizenFields.DAN_TOC, new NamedCode(ethnicity == null ? null : ethnicity.code(), otherName));
        }
        return CitizenFields.citizen(values, extensions(element));
    }

    private static boolean isPlain(@Nullable Node coded) {
        return coded == null || coded.children().isEmpty();
    }

    private static List<Node> extensions(Node element) {
        return element.children().stream()
                .filter(child -> !child.isOwn()
                        || (CitizenFields.CITIZEN.ofElement(child.name()) == null
                                && !child.name().equals(OTHER_NAME)))
                .toList();
    }

    /** The record of an element; what the description does not have is passed over. */
    static <R> R record(Node element, RecordDescription<R> description) {
        return description.record(values(element, description));
    }

    private static <R> FieldValues<R> values(Node element, RecordDescription<R> description) {
        FieldValues<R> values = description.values();
        for (Node child : element.children()) {
            RecordField<R, ?> field = child.isOwn() ? description.ofElement(child.name()) : null;
            if (field != null) {
                read(values, field, child);
            }
        }
        return values;
    }

    private static <R> void read(FieldValues<R> values, RecordField<R, ?> field, Node element) {
        switch (field.kind()) {
            case TEXT -> values.set(field, text(element));
            case STATUS -> values.set(field, element.text().isEmpty() ? null : CitizenStatus.byCode(element.text()));
            case DATE -> values.set(field, date(element));
            case CODED ->
                values.set(
                        field, isPlain(element) ? NamedCode.of(text(element), null) : record(element, field.nested()));
            case NAME -> values.set(field, name(element));
            case ADDRESS -> values.set(field, address(element));
            case PERSON -> values.set(field, record(element, RelatedPerson.FIELDS));
            case RECORD -> values.set(field, record(element, field.nested()));
            case RECORDS -> values.add(field, record(element, field.nested()));
        }
    }

    private static @Nullable String text(Node element) {
        return element.text().isEmpty() ? null : element.text();
    }

    private static @Nullable PersonName name(Node element) {
        if (!element.children().isEmpty()) {
            return record(element, PersonName.FIELDS);
        }
        return element.text().isEmpty() ? null : PersonName.whole(element.text());
    }

    /** Either form of a day is read; a day that is in no calendar is a {@link DateTimeException}. */
    private static @Nullable BirthDate date(Node element) {
        String day = element.value("NgayThangNam");
        if (day != null) {
            return BirthDate.of(
                    day.length() < ISO_DAY_LENGTH
                            ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                            : LocalDate.parse(day.substring(0, ISO_DAY_LENGTH)));
        }
        String year = element.value("Nam");
        return year == null ? null : BirthDate.ofYear(Integer.parseInt(year));
    }

    private static Address address(Node element) {
        Address address = record(element, Address.FIELDS);
        String unit = element.value(UNIT);
        if (unit == null) {
            return address;
        }
        boolean isProvince = unit.length() < DISTRICT_DIGITS;
        return new Address(
                isProvince ? unit : address.provinceCode(),
                unit.length() == DISTRICT_DIGITS ? unit : address.districtCode(),
                unit.length() == WARD_DIGITS ? unit : address.wardCode(),
                address.detail(),
                address.countryCode());
    }
}
