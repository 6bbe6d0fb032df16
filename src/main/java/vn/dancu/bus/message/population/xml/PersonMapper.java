package vn.dancu.bus.message.population.xml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.CitizenShape.Dates;
import vn.dancu.bus.message.population.CitizenShape.Names;
import vn.dancu.bus.message.population.CitizenShape.Relatives;
import vn.dancu.bus.message.population.CitizenShape.Units;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;

/** Names, dates, places and related persons of one shape. */
final class PersonMapper {

    private static final int DISTRICT_DIGITS = 3;
    private static final int WARD_DIGITS = 5;
    private static final int ISO_DAY = 10;

    private final CitizenShape shape;

    PersonMapper(CitizenShape shape) {
        this.shape = shape;
    }

    @Nullable
    Node name(@Nullable PersonName name) {
        if (name == null) {
            return null;
        }
        boolean parts = shape.names() == Names.PARTS;
        return Elements.of("HoVaTen")
                .add("Ho", parts ? name.ho() : "")
                .add("ChuDem", parts ? name.chuDem() : "")
                .add("Ten", parts ? name.ten() : upperCase(name))
                .done();
    }

    static @Nullable PersonName name(@Nullable Node element) {
        if (element == null) {
            return null;
        }
        if (element.children().isEmpty()) {
            return element.text().isEmpty() ? null : PersonName.whole(element.text());
        }
        return new PersonName(part(element, "Ho"), part(element, "ChuDem"), part(element, "Ten"));
    }

    private static String part(Node name, String part) {
        String value = name.value(part);
        return value == null ? "" : value;
    }

    @Nullable
    Node date(@Nullable BirthDate date) {
        if (date == null) {
            return null;
        }
        LocalDate day = date.day();
        if (day == null) {
            return Elements.of("NgayThangNamSinh")
                    .add("Nam", String.valueOf(date.year()))
                    .done();
        }
        String text = shape.dates() == Dates.ISO ? day.toString() : day.format(DateTimeFormatter.BASIC_ISO_DATE);
        return Elements.of("NgayThangNamSinh").add("NgayThangNam", text).done();
    }

    /** Either form of a day is read; a day that is in no calendar is a {@link DateTimeException}. */
    static @Nullable BirthDate date(@Nullable Node element) {
        String day = element == null ? null : element.value("NgayThangNam");
        if (day != null) {
            return BirthDate.of(
                    day.length() < ISO_DAY
                            ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                            : LocalDate.parse(day.substring(0, ISO_DAY)));
        }
        String year = element == null ? null : element.value("Nam");
        return year == null ? null : BirthDate.ofYear(Integer.parseInt(year));
    }

    @Nullable
    Node place(String name, @Nullable Address address) {
        if (address == null) {
            return null;
        }
        Elements place = Elements.of(name);
        if (shape.units() == Units.ONE_CODE) {
            // The annex has one code, of the ward or else of the district; what it leaves out stands beside it.
            boolean hasWard = address.wardCode() != null;
            place.add("MaDonViHanhChinh", hasWard ? address.wardCode() : address.districtCode())
                    .add("MaTinhThanh", address.provinceCode())
                    .add("MaQuanHuyen", hasWard ? address.districtCode() : null);
        } else {
            place.add("MaTinhThanh", address.provinceCode())
                    .add("MaQuanHuyen", address.districtCode())
                    .add("MaPhuongXa", address.wardCode());
        }
        return place.add("ChiTiet", address.detail())
                .add("QuocGia", address.countryCode())
                .done();
    }

    static @Nullable Address address(@Nullable Node element) {
        if (element == null) {
            return null;
        }
        String unit = element.value("MaDonViHanhChinh");
        int digits = unit == null ? 0 : unit.length();
        boolean isProvince = digits > 0 && digits < DISTRICT_DIGITS;
        return new Address(
                isProvince ? unit : element.value("MaTinhThanh"),
                digits == DISTRICT_DIGITS ? unit : element.value("MaQuanHuyen"),
                digits == WARD_DIGITS ? unit : element.value("MaPhuongXa"),
                element.value("ChiTiet"),
                element.value("QuocGia"));
    }

    @Nullable
    Node related(String name, @Nullable RelatedPerson person) {
        return person == null ? null : fill(Elements.of(name), person).done();
    }

    Node member(RelatedPerson person) {
        return fill(Elements.of("ThanhVien"), person)
                .add(date(person.birthDate()))
                .add("GioiTinh", person.gender())
                .done();
    }

    static @Nullable RelatedPerson related(@Nullable Node element) {
        return element == null
                ? null
                : new RelatedPerson(
                        element.value("SoDinhDanh"),
                        element.value("SoCMND"),
                        element.value("QuocTich"),
                        name(element.child("HoVaTen")),
                        element.value("QuanHe"),
                        date(element.child("NgayThangNamSinh")),
                        element.value("GioiTinh"));
    }

    private Elements fill(Elements element, RelatedPerson person) {
        element.add("QuanHe", person.relation())
                .add("SoDinhDanh", person.soDinhDanh())
                .add("SoCMND", person.soCmnd())
                .add("QuocTich", person.nationality());
        PersonName name = person.name();
        if (name != null && shape.relatives() == Relatives.PLAIN) {
            return element.add("HoVaTen", upperCase(name));
        }
        return element.add(relativeName(name));
    }

    private static @Nullable Node relativeName(@Nullable PersonName name) {
        return name == null
                ? null
                : Elements.of("HoVaTen")
                        .add("Ho", name.ho())
                        .add("ChuDem", name.chuDem())
                        .add("Ten", name.ten())
                        .done();
    }

    private static String upperCase(PersonName name) {
        return name.full().toUpperCase(Locale.ROOT);
    }
}
