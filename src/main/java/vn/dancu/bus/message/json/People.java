package vn.dancu.bus.message.json;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Address;
import vn.dancu.bus.message.BirthDate;
import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.CitizenStatus;
import vn.dancu.bus.message.Household;
import vn.dancu.bus.message.PersonName;
import vn.dancu.bus.message.RelatedPerson;

/** Citizens and households of an answer in JSON. */
final class People {

    private static final int YEAR_DIGITS = 4;

    private People() {}

    static Citizen citizen(Properties citizen) {
        @Nullable Properties ethnicity = citizen.object("danToc", People::ethnicity);
        @Nullable Properties religion = citizen.object("tonGiao", People::religion);
        String status = citizen.text("trangThaiCongDan");
        return new Citizen(
                citizen.text("soDinhDanh"),
                citizen.text("soCMND"),
                citizen.object("hoVaTen", People::name),
                citizen.text("gioiTinh"),
                ethnicity == null ? null : ethnicity.text("maDanToc"),
                ethnicity == null ? null : ethnicity.text("tenGoiKhac"),
                religion == null ? null : religion.text("maTonGiao"),
                religion == null ? null : religion.text("tenGoiKhac"),
                citizen.text("tinhTrangHonNhan"),
                citizen.text("nhomMau"),
                birthDate(citizen),
                citizen.object("noiDangKyKhaiSinh", People::address),
                citizen.object("queQuan", People::address),
                citizen.object("thuongTru", People::address),
                citizen.object("noiOHienTai", People::address),
                citizen.text("quocTich"),
                citizen.object("cha", People::person),
                citizen.object("me", People::person),
                citizen.object("voChong", People::person),
                citizen.object("nguoiDaiDien", People::person),
                citizen.object("chuHo", People::person),
                citizen.text("soSoHoKhau"),
                status == null ? null : CitizenStatus.byCode(status),
                List.of());
    }

    static Household household(Properties household) {
        return new Household(
                household.text("soSoHoKhau"),
                household.object("chuHo", People::person),
                household.object("thuongTru", People::address),
                household.array("thanhVien", People::person));
    }

    // The properties are read here so that they count as known; the caller reads them again for their values.
    private static Properties ethnicity(Properties coded) {
        coded.text("maDanToc");
        coded.text("tenGoiKhac");
        return coded;
    }

    private static Properties religion(Properties coded) {
        coded.text("maTonGiao");
        coded.text("tenGoiKhac");
        return coded;
    }

    private static RelatedPerson person(Properties person) {
        return new RelatedPerson(
                person.text("soDinhDanh"),
                person.text("soCMND"),
                person.text("quocTich"),
                person.object("hoVaTen", People::name),
                person.text("quanHe"),
                birthDate(person),
                person.text("gioiTinh"));
    }

    private static PersonName name(Properties name) {
        return new PersonName(name.requiredText("ho"), name.requiredText("chuDem"), name.requiredText("ten"));
    }

    private static Address address(Properties address) {
        return new Address(
                address.text("maTinhThanh"),
                address.text("maQuanHuyen"),
                address.text("maPhuongXa"),
                address.text("chiTiet"),
                address.text("quocGia"));
    }

    private static @Nullable BirthDate birthDate(Properties properties) {
        String text = properties.text("ngayThangNamSinh");
        if (text == null) {
            return null;
        }
        return text.length() == YEAR_DIGITS
                ? BirthDate.ofYear(Integer.parseInt(text))
                : BirthDate.of(LocalDate.parse(text));
    }
}
