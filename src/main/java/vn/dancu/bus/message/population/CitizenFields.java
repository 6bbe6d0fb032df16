package vn.dancu.bus.message.population;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.PopulationOperation.Kind;
import vn.dancu.bus.message.population.field.FieldKind;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/** The fields of a citizen, each described once, and which of them an operation can release. */
public final class CitizenFields {

    private static final RecordDescription.Builder<Citizen> OF = RecordDescription.builder();

    public static final RecordField<Citizen, String> SO_DINH_DANH = text("SoDinhDanh");
    public static final RecordField<Citizen, String> SO_CMND = text("SoCMND");
    public static final RecordField<Citizen, PersonName> HO_VA_TEN =
            OF.field("HoVaTen", FieldKind.NAME, PersonName.FIELDS);
    public static final RecordField<Citizen, String> GIOI_TINH = text("GioiTinh");
    public static final RecordField<Citizen, NamedCode> DAN_TOC =
            OF.field("DanToc", FieldKind.CODED, NamedCode.ETHNICITY);
    public static final RecordField<Citizen, NamedCode> TON_GIAO =
            OF.field("TonGiao", FieldKind.CODED, NamedCode.RELIGION);
    public static final RecordField<Citizen, String> TINH_TRANG_HON_NHAN = text("TinhTrangHonNhan");
    public static final RecordField<Citizen, String> NHOM_MAU = text("NhomMau");
    public static final RecordField<Citizen, BirthDate> NGAY_THANG_NAM_SINH =
            OF.field("NgayThangNamSinh", FieldKind.DATE, null);
    public static final RecordField<Citizen, Address> NOI_DANG_KY_KHAI_SINH = address("NoiDangKyKhaiSinh");
    public static final RecordField<Citizen, Address> QUE_QUAN = address("QueQuan");
    public static final RecordField<Citizen, Address> THUONG_TRU = address("ThuongTru");
    public static final RecordField<Citizen, Address> NOI_O_HIEN_TAI = address("NoiOHienTai");
    public static final RecordField<Citizen, String> QUOC_TICH = text("QuocTich");
    public static final RecordField<Citizen, RelatedPerson> CHA = person("Cha");
    public static final RecordField<Citizen, RelatedPerson> ME = person("Me");
    public static final RecordField<Citizen, RelatedPerson> VO_CHONG = person("VoChong");
    public static final RecordField<Citizen, RelatedPerson> NGUOI_DAI_DIEN = person("NguoiDaiDien");
    public static final RecordField<Citizen, RelatedPerson> CHU_HO = person("ChuHo");
    public static final RecordField<Citizen, String> SO_SO_HO_KHAU = text("SoSoHoKhau");
    public static final RecordField<Citizen, CitizenStatus> TRANG_THAI_CONG_DAN =
            OF.field("TrangThaiCongDan", FieldKind.STATUS, null);

    /** Only in the yes/no answer: whether such a person exists. */
    public static final FieldPath TON_TAI = FieldPath.of("TonTai");

    public static final RecordDescription<Citizen> CITIZEN =
            OF.build(CitizenFields::values, values -> citizen(values, List.of()));

    /** The fields of one citizen, in the order of the schema. */
    public static final Set<FieldPath> OF_CITIZEN = paths(CITIZEN.fields());

    /** The fields of one household, in the order of the schema. */
    public static final Set<FieldPath> OF_HOUSEHOLD = paths(Household.FIELDS.fields());

    /** The fields whose values a question can claim, in the order of its schema. */
    public static final List<RecordField<Citizen, ?>> CLAIMABLE = Arrays.stream(PopulationOperation.values())
            .filter(operation -> operation.kind() == Kind.CLAIMS)
            .<RecordField<Citizen, ?>>flatMap(operation -> claimable(operation).stream())
            .toList();

    /** The fields that an operation can answer with, in the order of its schema. */
    public static Set<FieldPath> of(PopulationOperation operation) {
        return switch (operation) {
            case TRA_CUU_THONG_TIN_CONG_DAN, CUNG_CAP_THONG_TIN_CONG_DAN -> OF_CITIZEN;
            case CUNG_CAP_THONG_TIN_NHOM_MAU -> paths(List.of(SO_DINH_DANH, HO_VA_TEN, NHOM_MAU));
            case CUNG_CAP_THONG_TIN_HO_GIA_DINH -> OF_HOUSEHOLD;
            case XAC_THUC_THONG_TIN_CONG_DAN -> Set.of(TON_TAI);
            default -> paths(claimable(operation));
        };
    }

    private static List<RecordField<Citizen, ?>> claimable(PopulationOperation operation) {
        return switch (operation) {
            case XAC_MINH_THONG_TIN_NHAN_THAN ->
                List.of(GIOI_TINH, DAN_TOC, TON_GIAO, QUOC_TICH, QUE_QUAN, NOI_DANG_KY_KHAI_SINH, THUONG_TRU);
            case XAC_MINH_THONG_TIN_NGUOI_GIAM_HO -> List.of(NGUOI_DAI_DIEN);
            case XAC_MINH_THONG_TIN_CHU_HO -> List.of(CHU_HO);
            case XAC_MINH_THONG_TIN_NOI_O_HIEN_TAI -> List.of(NOI_O_HIEN_TAI);
            case XAC_MINH_TINH_TRANG_HON_NHAN -> List.of(TINH_TRANG_HON_NHAN);
            case XAC_MINH_TINH_TRANG_CHET_MAT_TICH -> List.of(TRANG_THAI_CONG_DAN);
            default -> List.of();
        };
    }

    private static <R> Set<FieldPath> paths(List<RecordField<R, ?>> fields) {
        Set<FieldPath> paths = new LinkedHashSet<>();
        fields.forEach(field -> paths.add(field.path()));
        return Collections.unmodifiableSet(paths);
    }

    /** The citizen with these values and extensions. */
    public static Citizen citizen(FieldValues<Citizen> values, List<Node> extensions) {
        NamedCode ethnicity = values.get(DAN_TOC);
        NamedCode religion = values.get(TON_GIAO);
        return new Citizen(
                values.get(SO_DINH_DANH),
                values.get(SO_CMND),
                values.get(HO_VA_TEN),
                values.get(GIOI_TINH),
                ethnicity == null ? null : ethnicity.code(),
                ethnicity == null ? null : ethnicity.otherName(),
                religion == null ? null : religion.code(),
                religion == null ? null : religion.otherName(),
                values.get(TINH_TRANG_HON_NHAN),
                values.get(NHOM_MAU),
                values.get(NGAY_THANG_NAM_SINH),
                values.get(NOI_DANG_KY_KHAI_SINH),
                values.get(QUE_QUAN),
                values.get(THUONG_TRU),
                values.get(NOI_O_HIEN_TAI),
                values.get(QUOC_TICH),
                values.get(CHA),
                values.get(ME),
                values.get(VO_CHONG),
                values.get(NGUOI_DAI_DIEN),
                values.get(CHU_HO),
                values.get(SO_SO_HO_KHAU),
                values.get(TRANG_THAI_CONG_DAN),
                extensions);
    }

    private static @Nullable Object[] values(Citizen citizen) {
        return new @Nullable Object[] {
            citizen.soDinhDanh(),
            citizen.soCmnd(),
            citizen.name(),
            citizen.gender(),
            NamedCode.of(citizen.ethnicity(), citizen.ethnicityOtherName()),
            NamedCode.of(citizen.religion(), citizen.religionOtherName()),
            citizen.maritalStatus(),
            citizen.bloodGroup(),
            citizen.birthDate(),
            citizen.birthRegistration(),
            citizen.hometown(),
            citizen.permanentAddress(),
            citizen.currentAddress(),
            citizen.nationality(),
            citizen.father(),
            citizen.mother(),
            citizen.spouse(),
            citizen.representative(),
            citizen.householdHead(),
            citizen.householdBook(),
            citizen.status()
        };
    }

    private static RecordField<Citizen, String> text(String element) {
        return OF.field(element, FieldKind.TEXT, null);
    }

    private static RecordField<Citizen, Address> address(String element) {
        return OF.field(element, FieldKind.ADDRESS, Address.FIELDS);
    }

    private static RecordField<Citizen, RelatedPerson> person(String element) {
        return OF.field(element, FieldKind.PERSON, RelatedPerson.FIELDS);
    }

    private CitizenFields() {}
}
