package vn.dancu.bus.message.xml;

import static vn.dancu.bus.message.wire.Tokens.forXml;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Address;
import vn.dancu.bus.message.BirthDate;
import vn.dancu.bus.message.PersonName;
import vn.dancu.bus.message.RelatedPerson;
import vn.dancu.schema.citizenlive.v1.DiaChi;
import vn.dancu.schema.citizenlive.v1.HoVaTen;
import vn.dancu.schema.citizenlive.v1.NgayThangNamSinh;
import vn.dancu.schema.citizenlive.v1.NguoiLienQuan;
import vn.dancu.schema.citizenlive.v1.ThanhVien;

/** Names, dates, places and related persons of the live service. */
final class LivePeople {

    private LivePeople() {}

    static @Nullable HoVaTen name(@Nullable PersonName name) {
        if (name == null) {
            return null;
        }
        HoVaTen element = new HoVaTen();
        element.setHo("");
        element.setChuDem("");
        element.setTen(upperCase(name));
        return element;
    }

    static @Nullable PersonName name(@Nullable HoVaTen element) {
        return element == null
                ? null
                : new PersonName(text(element.getHo()), text(element.getChuDem()), text(element.getTen()));
    }

    static @Nullable NgayThangNamSinh date(@Nullable BirthDate date) {
        if (date == null) {
            return null;
        }
        NgayThangNamSinh element = new NgayThangNamSinh();
        date.fullDate()
                .ifPresentOrElse(
                        day -> element.setNgayThangNam(day.format(DateTimeFormatter.BASIC_ISO_DATE)),
                        () -> element.setNam(String.valueOf(date.year())));
        return element;
    }

    static @Nullable BirthDate date(@Nullable NgayThangNamSinh element) {
        if (element == null) {
            return null;
        }
        String day = element.getNgayThangNam();
        if (day != null) {
            return BirthDate.of(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE));
        }
        return element.getNam() == null ? null : BirthDate.ofYear(Integer.parseInt(element.getNam()));
    }

    static @Nullable DiaChi place(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        DiaChi element = new DiaChi();
        element.setMaTinhThanh(address.provinceCode());
        element.setMaQuanHuyen(address.districtCode());
        element.setMaPhuongXa(address.wardCode());
        element.setChiTiet(forXml(address.detail()));
        element.setQuocGia(forXml(address.countryCode()));
        return element;
    }

    static @Nullable Address address(@Nullable DiaChi element) {
        return element == null
                ? null
                : new Address(
                        element.getMaTinhThanh(),
                        element.getMaQuanHuyen(),
                        element.getMaPhuongXa(),
                        element.getChiTiet(),
                        element.getQuocGia());
    }

    static @Nullable NguoiLienQuan related(@Nullable RelatedPerson person) {
        return person == null ? null : fill(new NguoiLienQuan(), person);
    }

    static ThanhVien member(RelatedPerson person) {
        ThanhVien element = fill(new ThanhVien(), person);
        element.setNgayThangNamSinh(date(person.birthDate()));
        element.setGioiTinh(forXml(person.gender()));
        return element;
    }

    static @Nullable RelatedPerson related(@Nullable NguoiLienQuan element) {
        return element == null ? null : person(element, null, null);
    }

    static RelatedPerson member(ThanhVien element) {
        return person(element, date(element.getNgayThangNamSinh()), element.getGioiTinh());
    }

    private static <T extends NguoiLienQuan> T fill(T element, RelatedPerson person) {
        element.setQuanHe(forXml(person.relation()));
        element.setSoDinhDanh(person.soDinhDanh());
        element.setSoCMND(person.soCmnd());
        element.setQuocTich(forXml(person.nationality()));
        element.setHoVaTen(person.name() == null ? null : upperCase(person.name()));
        return element;
    }

    private static RelatedPerson person(NguoiLienQuan element, @Nullable BirthDate birthDate, @Nullable String gender) {
        return new RelatedPerson(
                element.getSoDinhDanh(),
                element.getSoCMND(),
                element.getQuocTich(),
                element.getHoVaTen() == null ? null : PersonName.whole(element.getHoVaTen()),
                element.getQuanHe(),
                birthDate,
                gender);
    }

    private static @Nullable String upperCase(PersonName name) {
        return forXml(name.full().toUpperCase(Locale.ROOT));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
