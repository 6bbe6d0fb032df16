package vn.dancu.bus.message.population.tree;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.CitizenShape.Codes;
import vn.dancu.bus.message.population.CitizenShape.Dates;
import vn.dancu.bus.message.population.CitizenShape.Names;
import vn.dancu.bus.message.population.CitizenShape.Relatives;
import vn.dancu.bus.message.population.CitizenShape.Units;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.NamedCode;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/** Writes citizens and households as elements of one shape. Thread-safe. */
final class RecordTreeWriter {

    private final CitizenShape shape;

    RecordTreeWriter(CitizenShape shape) {
        this.shape = shape;
    }

    Node citizen(Citizen citizen) {
        return fill(Elements.of("CongDan"), CitizenFields.CITIZEN, citizen)
                .addAll(citizen.extensions())
                .done();
    }

    Node household(String element, Household household) {
        return fill(Elements.of(element), Household.FIELDS, household).done();
    }

    private <R> Elements fill(Elements element, RecordDescription<R> description, R record) {
        return fill(element, description, record, description.fields().size());
    }

    private <R> Elements fill(Elements element, RecordDescription<R> description, R record, int count) {
        FieldValues<R> values = description.values(record);
        for (int i = 0; i < count; i++) {
            add(element, description.fields().get(i), values, record instanceof RelatedPerson);
        }
        return element;
    }

    private <R, V> void add(Elements element, RecordField<R, V> field, FieldValues<R> values, boolean ofRelative) {
        V value = values.get(field);
        if (value == null) {
            return;
        }
        String name = field.element();
        switch (field.kind()) {
            case TEXT -> element.add(name, (String) value);
            case STATUS -> element.add(name, ((CitizenStatus) value).code());
            case DATE -> element.add(date(name, (BirthDate) value));
            case CODED -> coded(element, field, value);
            case NAME -> name(element, name, (PersonName) value, ofRelative);
            case ADDRESS -> element.add(address(name, (Address) value));
            case PERSON -> element.add(person(name, (RelatedPerson) value, RelatedPerson.FIELDS_OF_NO_MEMBER));
            case RECORD -> element.add(record(name, field.nested(), value));
            case RECORDS -> values.all(field).forEach(item -> element.add(record(name, field.nested(), item)));
        }
    }

    private <R> Node record(String element, RecordDescription<R> description, R record) {
        return fill(Elements.of(element), description, record).done();
    }

    private Node person(String element, RelatedPerson person, int count) {
        return fill(Elements.of(element), RelatedPerson.FIELDS, person, count).done();
    }

    private void name(Elements parent, String element, PersonName name, boolean relative) {
        if (relative && shape.relatives() == Relatives.PLAIN) {
            parent.add(element, upperCase(name));
        } else if (relative || shape.names() == Names.PARTS) {
            parent.add(parts(element, name));
        } else {
            parent.add(parts(element, PersonName.whole(upperCase(name))));
        }
    }

    private static Node parts(String element, PersonName name) {
        return Elements.of(element)
                .add("Ho", name.ho())
                .add("ChuDem", name.chuDem())
                .add("Ten", name.ten())
                .done();
    }

    private static String upperCase(PersonName name) {
        return name.full().toUpperCase(Locale.ROOT);
    }

    private Node date(String element, BirthDate date) {
        LocalDate day = date.day();
        if (day == null) {
            return Elements.of(element).add("Nam", date.iso()).done();
        }
        String text = shape.dates() == Dates.ISO ? date.iso() : day.format(DateTimeFormatter.BASIC_ISO_DATE);
        return Elements.of(element).add("NgayThangNam", text).done();
    }

    // The plain form has one TenGoiKhac, that of the ethnicity.
    private <V> void coded(Elements parent, RecordField<?, V> field, V value) {
        if (shape.codes() == Codes.ELEMENTS) {
            parent.add(fill(Elements.of(field.element()), field.nested(), value).done());
            return;
        }
        NamedCode coded = (NamedCode) value;
        parent.add(field.element(), coded.code());
        if (field == CitizenFields.DAN_TOC) {
            parent.add(RecordTreeReader.OTHER_NAME, coded.otherName());
        }
    }

    private Node address(String element, Address address) {
        Elements place = Elements.of(element);
        if (shape.units() == Units.THREE_CODES) {
            return fill(place, Address.FIELDS, address).done();
        }
        // The annex has one code, of the ward or else of the district; what it leaves out stands beside it.
        boolean hasWard = address.wardCode() != null;
        return place.add(RecordTreeReader.UNIT, hasWard ? address.wardCode() : address.districtCode())
                .add("MaTinhThanh", address.provinceCode())
                .add("MaQuanHuyen", hasWard ? address.districtCode() : null)
                .add("ChiTiet", address.detail())
                .add("QuocGia", address.countryCode())
                .done();
    }
}
