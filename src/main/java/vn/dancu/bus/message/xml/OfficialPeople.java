package vn.dancu.bus.message.xml;

import static vn.dancu.bus.message.wire.Tokens.forXml;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Address;
import vn.dancu.bus.message.BirthDate;
import vn.dancu.bus.message.PersonName;
import vn.dancu.bus.message.RelatedPerson;
import vn.dancu.schema.citizen.v1.DiaChi;
import vn.dancu.schema.citizen.v1.HoVaTen;
import vn.dancu.schema.citizen.v1.NgayThangNamSinh;
import vn.dancu.schema.citizen.v1.NguoiLienQuan;
import vn.dancu.schema.citizen.v1.ThanhVien;

/** Names, dates, places and related persons of annex Đ. */
final class OfficialPeople {

    private static final int DISTRICT_DIGITS = 3;
    private static final int WARD_DIGITS = 5;

    private OfficialPeople() {}

    static @Nullable HoVaTen name(@Nullable PersonName name) {
        if (name == null) {
            return null;
        }
        HoVaTen element = new HoVaTen();
        element.setHo(forXml(name.ho()));
        element.setChuDem(forXml(name.chuDem()));
        element.setTen(forXml(name.ten()));
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
                        day -> element.setNgayThangNam(Moments.of(day)),
                        () -> element.setNam(String.valueOf(date.year())));
        return element;
    }

    static @Nullable BirthDate date(@Nullable NgayThangNamSinh element) {
        if (element == null) {
            return null;
        }
        return element.getNgayThangNam() == null
                ? BirthDate.ofYear(Integer.parseInt(element.getNam()))
                : BirthDate.of(Moments.day(element.getNgayThangNam()));
    }

    // The annex has one code, of the ward or else of the district; what it leaves out stands beside it.
    static @Nullable DiaChi place(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        DiaChi element = new DiaChi();
        boolean hasWard = address.wardCode() != null;
        element.setMaDonViHanhChinh(hasWard ? address.wardCode() : address.districtCode());
        element.setMaTinhThanh(address.provinceCode());
        element.setMaQuanHuyen(hasWard ? address.districtCode() : null);
        element.setChiTiet(forXml(address.detail()));
        element.setQuocGia(forXml(address.countryCode()));
        return element;
    }

    static @Nullable Address address(@Nullable DiaChi element) {
        if (element == null) {
            return null;
        }
        String unit = element.getMaDonViHanhChinh();
        int digits = unit == null ? 0 : unit.length();
        boolean isProvince = digits > 0 && digits < DISTRICT_DIGITS;
        return new Address(
                isProvince ? unit : element.getMaTinhThanh(),
                digits == DISTRICT_DIGITS ? unit : element.getMaQuanHuyen(),
                digits == WARD_DIGITS ? unit : null,
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
        element.setHoVaTen(name(person.name()));
        return element;
    }

    private static RelatedPerson person(NguoiLienQuan element, @Nullable BirthDate birthDate, @Nullable String gender) {
        return new RelatedPerson(
                element.getSoDinhDanh(),
                element.getSoCMND(),
                element.getQuocTich(),
                name(element.getHoVaTen()),
                element.getQuanHe(),
                birthDate,
                gender);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
