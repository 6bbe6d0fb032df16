package vn.dancu.bus.listing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.register.list.PersonSelection;

/**
 * What the people of a list have in common, as it was asked for; null for what does not matter. Codes are those of scheme
 * population_db.
 *
 * @param present whether the area is that of the present residence; null and false for the permanent one
 * @param province MaTinhThanh, 2 digits
 * @param district MaQuanHuyen, 3 digits
 * @param ward MaPhuongXa, 5 digits
 * @param ageFrom whole years, 0 to 150
 * @param ageTo whole years, not below ageFrom
 */
public record ListCriteria(
        @Nullable Boolean present,
        @Nullable String province,
        @Nullable String district,
        @Nullable String ward,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        @Nullable String bloodGroup,
        @Nullable String gender,
        @Nullable String ethnicity,
        @Nullable String religion) {

    private static final int OLDEST = 150;
    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9]{2}");

    /** Refuses what has not its form, with {@code field_invalid}. */
    public ListCriteria {
        require(province, TWO_DIGITS, "MaTinhThanh", "2 digits");
        require(district, Pattern.compile("[0-9]{3}"), "MaQuanHuyen", "3 digits");
        require(ward, Pattern.compile("[0-9]{5}"), "MaPhuongXa", "5 digits");
        require(bloodGroup, Pattern.compile("0[0-4]"), "NhomMau", "00 to 04");
        require(gender, Pattern.compile("[12]"), "GioiTinh", "1 or 2");
        require(ethnicity, TWO_DIGITS, "DanToc", "2 digits");
        require(religion, TWO_DIGITS, "TonGiao", "2 digits");
        requireAge(ageFrom, "TuTuoi");
        requireAge(ageTo, "DenTuoi");
        if (ageFrom != null && ageTo != null && ageTo < ageFrom) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "DenTuoi", "not below TuTuoi");
        }
        if (province == null && (district != null || ward != null)) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "MaTinhThanh", "stands with MaQuanHuyen and MaPhuongXa");
        }
    }

    private static void require(@Nullable String value, Pattern form, String field, String rule) {
        if (value != null && !form.matcher(value).matches()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, rule);
        }
    }

    private static void requireAge(@Nullable Integer age, String field) {
        if (age != null && (age < 0 || age > OLDEST)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, "0 to " + OLDEST);
        }
    }

    /** Whether the area is that of the present residence. */
    public boolean isPresent() {
        return Boolean.TRUE.equals(present);
    }

    /** Fields by whose values people are selected: who is told that somebody is in the list is told these. */
    public Set<FieldPath> fields() {
        Set<FieldPath> fields = new LinkedHashSet<>();
        add(fields, province, isPresent() ? CitizenFields.NOI_O_HIEN_TAI.path() : CitizenFields.THUONG_TRU.path());
        add(fields, ageFrom, CitizenFields.NGAY_THANG_NAM_SINH.path());
        add(fields, ageTo, CitizenFields.NGAY_THANG_NAM_SINH.path());
        add(fields, bloodGroup, CitizenFields.NHOM_MAU.path());
        add(fields, gender, CitizenFields.GIOI_TINH.path());
        add(fields, ethnicity, CitizenFields.DAN_TOC.path());
        add(fields, religion, CitizenFields.TON_GIAO.path());
        return fields;
    }

    private static void add(Set<FieldPath> fields, @Nullable Object given, FieldPath field) {
        if (given != null) {
            fields.add(field);
        }
    }

    /** The same for the register, with ages as they are on that day. */
    public PersonSelection selection(LocalDate day) {
        return new PersonSelection(
                province == null ? null : new PersonSelection.Area(isPresent(), province, district, ward),
                ageTo == null ? null : day.minusYears(ageTo + 1L).plusDays(1),
                ageFrom == null ? null : day.minusYears(ageFrom),
                bloodGroup,
                gender,
                ethnicity,
                religion);
    }
}
