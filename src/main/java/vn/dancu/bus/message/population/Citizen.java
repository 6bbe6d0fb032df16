package vn.dancu.bus.message.population;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Node;

/**
 * The citizen of QCVN 109:2017/BTTTT annex Đ together with what the live service adds. An absent field is null: it is
 * not recorded, or it was not released.
 *
 * @param soDinhDanh 12 digits
 * @param soCmnd 9 digits
 * @param gender code of scheme population_db: 1 Nam, 2 Nữ
 * @param ethnicity 2-digit code of scheme population_db (QĐ 121-TCTK/PPCĐ order)
 * @param ethnicityOtherName TenGoiKhac of the ethnicity
 * @param religion 2-digit code of scheme population_db
 * @param religionOtherName TenGoiKhac of the religion
 * @param maritalStatus 1 never married, 2 married, 3 divorced or widowed
 * @param bloodGroup 00 unknown, 01 A, 02 B, 03 AB, 04 O
 * @param nationality ISO 3166 alpha-2
 * @param householdBook SoSoHoKhau
 * @param status TrangThaiCongDan
 * @param extensions elements that no schema of ours knows, such as a province's own, as they stood
 */
public record Citizen(
        @Nullable String soDinhDanh,
        @Nullable String soCmnd,
        @Nullable PersonName name,
        @Nullable String gender,
        @Nullable String ethnicity,
        @Nullable String ethnicityOtherName,
        @Nullable String religion,
        @Nullable String religionOtherName,
        @Nullable String maritalStatus,
        @Nullable String bloodGroup,
        @Nullable BirthDate birthDate,
        @Nullable Address birthRegistration,
        @Nullable Address hometown,
        @Nullable Address permanentAddress,
        @Nullable Address currentAddress,
        @Nullable String nationality,
        @Nullable RelatedPerson father,
        @Nullable RelatedPerson mother,
        @Nullable RelatedPerson spouse,
        @Nullable RelatedPerson representative,
        @Nullable RelatedPerson householdHead,
        @Nullable String householdBook,
        @Nullable CitizenStatus status,
        List<Node> extensions) {

    public Citizen {
        extensions = List.copyOf(extensions);
    }

    /**
     * The same citizen with every field absent that is not in the set. Extensions are no field that could be allowed: they
     * go.
     */
    public Citizen only(Set<FieldPath> fields) {
        return new Citizen(
                keep(fields, CitizenFields.SO_DINH_DANH, soDinhDanh),
                keep(fields, CitizenFields.SO_CMND, soCmnd),
                keep(fields, CitizenFields.HO_VA_TEN, name),
                keep(fields, CitizenFields.GIOI_TINH, gender),
                keep(fields, CitizenFields.DAN_TOC, ethnicity),
                keep(fields, CitizenFields.DAN_TOC, ethnicityOtherName),
                keep(fields, CitizenFields.TON_GIAO, religion),
                keep(fields, CitizenFields.TON_GIAO, religionOtherName),
                keep(fields, CitizenFields.TINH_TRANG_HON_NHAN, maritalStatus),
                keep(fields, CitizenFields.NHOM_MAU, bloodGroup),
                keep(fields, CitizenFields.NGAY_THANG_NAM_SINH, birthDate),
                keep(fields, CitizenFields.NOI_DANG_KY_KHAI_SINH, birthRegistration),
                keep(fields, CitizenFields.QUE_QUAN, hometown),
                keep(fields, CitizenFields.THUONG_TRU, permanentAddress),
                keep(fields, CitizenFields.NOI_O_HIEN_TAI, currentAddress),
                keep(fields, CitizenFields.QUOC_TICH, nationality),
                keep(fields, CitizenFields.CHA, father),
                keep(fields, CitizenFields.ME, mother),
                keep(fields, CitizenFields.VO_CHONG, spouse),
                keep(fields, CitizenFields.NGUOI_DAI_DIEN, representative),
                keep(fields, CitizenFields.CHU_HO, householdHead),
                keep(fields, CitizenFields.SO_SO_HO_KHAU, householdBook),
                keep(fields, CitizenFields.TRANG_THAI_CONG_DAN, status),
                List.of());
    }

    /** What is told of that field; null where nothing is. */
    public @Nullable Object get(FieldPath field) {
        Citizen alone = only(Set.of(field));
        return alone.equals(CitizenQuery.NO_CLAIMS) ? null : alone;
    }

    private static <T> @Nullable T keep(Set<FieldPath> fields, FieldPath field, @Nullable T value) {
        return value != null && fields.contains(field) ? value : null;
    }

    @Override
    public String toString() {
        return "Citizen[masked]";
    }
}
