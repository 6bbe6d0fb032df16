package vn.dancu.bus.citizen.extract;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.citizen.code.RecordCodes.CodeList;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.field.RecordField;

/** The fields of a record in the words and the order of Luật Căn cước 26/2023/QH15, Điều 9. */
final class ExtractLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final RecordCodes codes;

    ExtractLines(RecordCodes codes) {
        this.codes = codes;
    }

    /**
     * A field by its name in the law, and what the record says.
     *
     * @param text null where nothing is recorded
     */
    record Line(String name, @Nullable String text) {}

    /**
     * A record in words.
     *
     * @param lines the fields that may leave
     * @param withheld the names of those that were asked for and may not
     */
    record Table(List<Line> lines, List<String> withheld) {}

    /**
     * @param asked the fields that were asked for; empty for all
     * @param released those that may leave
     */
    Table of(Citizen citizen, Set<FieldPath> asked, Set<FieldPath> released) {
        List<Line> lines = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        texts(citizen).forEach((field, line) -> {
            if (released.contains(field)) {
                lines.add(line);
            } else if (asked.isEmpty() || asked.contains(field)) {
                withheld.add(line.name());
            }
        });
        return new Table(List.copyOf(lines), List.copyOf(withheld));
    }

    private Map<FieldPath, Line> texts(Citizen citizen) {
        Map<FieldPath, Line> lines = new LinkedHashMap<>();
        addPerson(lines, citizen);
        addRelations(lines, citizen);
        return lines;
    }

    private void addPerson(Map<FieldPath, Line> lines, Citizen citizen) {
        add(
                lines,
                CitizenFields.HO_VA_TEN,
                "Họ, chữ đệm và tên khai sinh",
                citizen.name() == null ? null : citizen.name().full());
        add(lines, CitizenFields.SO_DINH_DANH, "Số định danh cá nhân", citizen.soDinhDanh());
        add(lines, CitizenFields.NGAY_THANG_NAM_SINH, "Ngày, tháng, năm sinh", day(citizen.birthDate()));
        add(lines, CitizenFields.GIOI_TINH, "Giới tính", named(CodeList.GENDER, citizen.gender()));
        add(lines, CitizenFields.NOI_DANG_KY_KHAI_SINH, "Nơi đăng ký khai sinh", place(citizen.birthRegistration()));
        add(lines, CitizenFields.QUE_QUAN, "Quê quán", place(citizen.hometown()));
        add(
                lines,
                CitizenFields.DAN_TOC,
                "Dân tộc",
                also(named(CodeList.ETHNICITY, citizen.ethnicity()), citizen.ethnicityOtherName()));
        add(
                lines,
                CitizenFields.TON_GIAO,
                "Tôn giáo",
                also(named(CodeList.RELIGION, citizen.religion()), citizen.religionOtherName()));
        add(lines, CitizenFields.QUOC_TICH, "Quốc tịch", named(CodeList.COUNTRY, citizen.nationality()));
        add(lines, CitizenFields.NHOM_MAU, "Nhóm máu", named(CodeList.BLOOD_GROUP, citizen.bloodGroup()));
        add(lines, CitizenFields.SO_CMND, "Số Chứng minh nhân dân 09 số", citizen.soCmnd());
    }

    private void addRelations(Map<FieldPath, Line> lines, Citizen citizen) {
        add(lines, CitizenFields.CHA, "Cha", person(citizen.father()));
        add(lines, CitizenFields.ME, "Mẹ", person(citizen.mother()));
        add(lines, CitizenFields.VO_CHONG, "Vợ, chồng", person(citizen.spouse()));
        add(lines, CitizenFields.NGUOI_DAI_DIEN, "Người đại diện hợp pháp", person(citizen.representative()));
        add(lines, CitizenFields.THUONG_TRU, "Nơi thường trú", place(citizen.permanentAddress()));
        add(lines, CitizenFields.NOI_O_HIEN_TAI, "Nơi ở hiện tại", place(citizen.currentAddress()));
        add(lines, CitizenFields.SO_SO_HO_KHAU, "Số sổ hộ khẩu", citizen.householdBook());
        add(
                lines,
                CitizenFields.TINH_TRANG_HON_NHAN,
                "Tình trạng hôn nhân",
                named(CodeList.MARITAL_STATUS, citizen.maritalStatus()));
        add(lines, CitizenFields.CHU_HO, "Chủ hộ", person(citizen.householdHead()));
        add(lines, CitizenFields.TRANG_THAI_CONG_DAN, "Tình trạng", status(citizen.status()));
    }

    private static void add(
            Map<FieldPath, Line> lines, RecordField<Citizen, ?> field, String name, @Nullable String text) {
        lines.put(field.path(), new Line(name, text == null || text.isBlank() ? null : text));
    }

    /** A code that the lists have not is shown as it is: the record says no more. */
    private @Nullable String named(CodeList list, @Nullable String code) {
        String name = codes.name(list, code);
        return name != null || code == null || code.isBlank() ? name : "mã " + code;
    }

    private static @Nullable String also(@Nullable String name, @Nullable String other) {
        if (name == null || other == null || other.isBlank()) {
            return name == null ? other : name;
        }
        return name + " (tên gọi khác: " + other + ")";
    }

    static @Nullable String day(@Nullable BirthDate date) {
        if (date == null) {
            return null;
        }
        LocalDate day = date.day();
        return day == null ? String.valueOf(date.year()) : DAY.format(day);
    }

    private @Nullable String place(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        String country = address.countryCode();
        return joined(
                address.detail(),
                unit(codes.ward(address), address.wardCode()),
                unit(codes.district(address), address.districtCode()),
                unit(codes.province(address), address.provinceCode()),
                "VN".equals(country) ? null : named(CodeList.COUNTRY, country));
    }

    private static @Nullable String unit(@Nullable String name, @Nullable String code) {
        return name != null || code == null || code.isBlank() ? name : "mã đơn vị hành chính " + code;
    }

    private @Nullable String person(@Nullable RelatedPerson person) {
        if (person == null) {
            return null;
        }
        return joined(
                person.name() == null ? null : person.name().full(),
                prefixed("số định danh cá nhân ", person.soDinhDanh()),
                prefixed("số Chứng minh nhân dân ", person.soCmnd()),
                prefixed("quốc tịch ", named(CodeList.COUNTRY, person.nationality())));
    }

    private static @Nullable String prefixed(String prefix, @Nullable String text) {
        return text == null || text.isBlank() ? null : prefix + text;
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }

    private static @Nullable String status(@Nullable CitizenStatus status) {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case ALIVE -> "Còn sống";
            case DECEASED -> "Đã chết";
            case MISSING -> "Mất tích";
        };
    }
}
