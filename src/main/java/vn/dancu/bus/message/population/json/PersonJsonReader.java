package vn.dancu.bus.message.population.json;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;

/** Citizens and households of an answer in JSON. */
final class PersonJsonReader {

    private static final int YEAR_DIGITS = 4;

    private PersonJsonReader() {}

    static Citizen citizen(ObjectProperties citizen) {
        @Nullable ObjectProperties ethnicity = citizen.object("danToc", PersonJsonReader::ethnicity);
        @Nullable ObjectProperties religion = citizen.object("tonGiao", PersonJsonReader::religion);
        String status = citizen.text("trangThaiCongDan");
        return new Citizen(
                citizen.text("soDinhDanh"),
                citizen.text("soCMND"),
                citizen.object("hoVaTen", PersonJsonReader::name),
                citizen.text("gioiTinh"),
                ethnicity == null ? null : ethnicity.text("maDanToc"),
                ethnicity == null ? null : ethnicity.text("tenGoiKhac"),
                religion == null ? null : religion.text("maTonGiao"),
                religion == null ? null : religion.text("tenGoiKhac"),
                citizen.text("tinhTrangHonNhan"),
                citizen.text("nhomMau"),
                birthDate(citizen),
                citizen.object("noiDangKyKhaiSinh", PersonJsonReader::address),
                citizen.object("queQuan", PersonJsonReader::address),
                citizen.object("thuongTru", PersonJsonReader::address),
                citizen.object("noiOHienTai", PersonJsonReader::address),
                citizen.text("quocTich"),
                citizen.object("cha", PersonJsonReader::person),
                citizen.object("me", PersonJsonReader::person),
                citizen.object("voChong", PersonJsonReader::person),
                citizen.object("nguoiDaiDien", PersonJsonReader::person),
                citizen.object("chuHo", PersonJsonReader::person),
                citizen.text("soSoHoKhau"),
                status == null ? null : CitizenStatus.byCode(status),
                List.of());
    }

    static Household household(ObjectProperties household) {
        return new Household(
                household.text("soSoHoKhau"),
                household.object("chuHo", PersonJsonReader::person),
                household.object("thuongTru", PersonJsonReader::address),
                household.array("thanhVien", PersonJsonReader::person));
    }

    // The properties are read here so that they count as known; the caller reads them again for their values.
    private static ObjectProperties ethnicity(ObjectProperties coded) {
        coded.text("maDanToc");
        coded.text("tenGoiKhac");
        return coded;
    }

    private static ObjectProperties religion(ObjectProperties coded) {
        coded.text("maTonGiao");
        coded.text("tenGoiKhac");
        return coded;
    }

    private static RelatedPerson person(ObjectProperties person) {
        return new RelatedPerson(
                person.text("soDinhDanh"),
                person.text("soCMND"),
                person.text("quocTich"),
                person.object("hoVaTen", PersonJsonReader::name),
                person.text("quanHe"),
                birthDate(person),
                person.text("gioiTinh"));
    }

    private static PersonName name(ObjectProperties name) {
        return new PersonName(name.requiredText("ho"), name.requiredText("chuDem"), name.requiredText("ten"));
    }

    private static Address address(ObjectProperties address) {
        return new Address(
                address.text("maTinhThanh"),
                address.text("maQuanHuyen"),
                address.text("maPhuongXa"),
                address.text("chiTiet"),
                address.text("quocGia"));
    }

    private static @Nullable BirthDate birthDate(ObjectProperties properties) {
        String text = properties.text("ngayThangNamSinh");
        if (text == null) {
            return null;
        }
        return text.length() == YEAR_DIGITS
                ? BirthDate.ofYear(Integer.parseInt(text))
                : BirthDate.of(LocalDate.parse(text));
    }
}
