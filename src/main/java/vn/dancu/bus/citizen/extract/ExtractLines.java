package vn.dancu.bus.citizen.extract;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.citizen.code.RecordCodes.CodeList;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.RelatedPerson;

/** The fields of a record in the words and the order of Luật Căn cước 26/2023/QH15, Điều 9; what a record has not, has no line. */
final class ExtractLines {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final RecordCodes codes;

    ExtractLines(RecordCodes codes) {
        this.codes = codes;
    }

    /** A field by its name in the law, and what the record says. */
    record Line(String name, String text) {}

    List<Line> of(Citizen citizen) {
        List<Line> lines = new ArrayList<>();
        add(
                lines,
                "Họ, chữ đệm và tên khai sinh",
                citizen.name() == null ? null : citizen.name().full());
        add(lines, "Số định danh cá nhân", citizen.soDinhDanh());
        add(lines, "Ngày, tháng, năm sinh", day(citizen.birthDate()));
        add(lines, "Giới tính", named(CodeList.GENDER, citizen.gender()));
        add(lines, "Nơi đăng ký khai sinh", place(citizen.birthRegistration()));
        add(lines, "Quê quán", place(citizen.hometown()));
        add(lines, "Dân tộc", also(named(CodeList.ETHNICITY, citizen.ethnicity()), citizen.ethnicityOtherName()));
        add(lines, "Tôn giáo", also(named(CodeList.RELIGION, citizen.religion()), citizen.religionOtherName()));
        add(lines, "Quốc tịch", named(CodeList.COUNTRY, citizen.nationality()));
        add(lines, "Nhóm máu", named(CodeList.BLOOD_GROUP, citizen.bloodGroup()));
        add(lines, "Số Chứng minh nhân dân 09 số", citizen.soCmnd());
        add(lines, "Cha", person(citizen.father()));
        add(lines, "Mẹ", person(citizen.mother()));
        add(lines, "Vợ, chồng", person(citizen.spouse()));
        add(lines, "Người đại diện hợp pháp", person(citizen.representative()));
        add(lines, "Nơi thường trú", place(citizen.permanentAddress()));
        add(lines, "Nơi ở hiện tại", place(citizen.currentAddress()));
        add(lines, "Số sổ hộ khẩu", citizen.householdBook());
        add(lines, "Tình trạng hôn nhân", named(CodeList.MARITAL_STATUS, citizen.maritalStatus()));
        add(lines, "Chủ hộ", person(citizen.householdHead()));
        add(lines, "Tình trạng", status(citizen.status()));
        return lines;
    }

    private static void add(List<Line> lines, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            lines.add(new Line(name, text));
        }
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
