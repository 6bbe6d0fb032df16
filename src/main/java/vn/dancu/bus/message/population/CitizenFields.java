package vn.dancu.bus.message.population;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.PopulationOperation.Kind;
import vn.dancu.bus.message.population.field.FieldKind;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;
import vn.dancu.bus.message.population.group.CitizenGroups;
import vn.dancu.bus.message.population.group.ContractGroups;
import vn.dancu.bus.message.population.group.GroupValues;
import vn.dancu.bus.message.population.group.OtherGroup;

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

    /** What other authorities bring, in groups that have an element of their own; {@link ContractGroups} has their values. */
    public static final List<RecordField<Citizen, GroupValues>> GROUPS = ContractGroups.ALL.entrySet().stream()
            .map(group -> OF.field(group.getKey(), FieldKind.RECORD, group.getValue()))
            .toList();

    /** What other authorities bring, in groups that have none. */
    public static final RecordField<Citizen, OtherGroup> DU_LIEU_LAM_GIAU =
            OF.field(OtherGroup.ALL.value(), FieldKind.RECORDS, OtherGroup.FIELDS);

    /** Only in the yes/no answer: whether such a person exists. */
    public static final FieldPath TON_TAI = FieldPath.of("TonTai");

    public static final RecordDescription<Citizen> CITIZEN =
            OF.build(CitizenFields::values, values -> citizen(values, List.of()));

    /** The fields of one citizen, in the order of the schema. */
    public static final Set<FieldPath> WITH_GROUPS = paths(CITIZEN.fields());

    /** Those of them that are the register's own: all but the groups that other authorities bring. */
    public static final Set<FieldPath> OF_CITIZEN = paths(CITIZEN.fields().stream()
            .filter(field -> field.kind() != FieldKind.RECORD && field.kind() != FieldKind.RECORDS)
            .toList());

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
            case TRA_CUU_THONG_TIN_CONG_DAN, CUNG_CAP_THONG_TIN_CONG_DAN -> WITH_GROUPS;
            case CUNG_CAP_THONG_TIN_NHOM_MAU -> paths(List.of(SO_DINH_DANH, HO_VA_TEN, NHOM_MAU));
            case CUNG_CAP_THONG_TIN_HO_GIA_DINH -> OF_HOUSEHOLD;
            case XAC_THUC_THONG_TIN_CONG_DAN -> Set.of(TON_TAI);
            default -> paths(claimable(operation));
        };
    }

    /** Whether an operation can answer with that field, or with that part of a group. */
    public static boolean answers(PopulationOperation operation, FieldPath path) {
        Set<FieldPath> its = of(operation);
        return its.contains(path) || (its.contains(OtherGroup.ALL) && ContractGroups.hasPart(path));
    }

    /** Whether a field is a group that other authorities bring. */
    public static boolean isGroup(FieldPath field) {
        return WITH_GROUPS.contains(field) && !OF_CITIZEN.contains(field);
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
                groups(values),
                extensions);
    }

    private static CitizenGroups groups(FieldValues<Citizen> values) {
        Map<String, GroupValues> known = null;
        for (RecordField<Citizen, GroupValues> field : GROUPS) {
            GroupValues group = values.get(field);
            if (group != null) {
                known = known == null ? new HashMap<>() : known;
                known.put(field.element(), group);
            }
        }
        List<OtherGroup> others = values.all(DU_LIEU_LAM_GIAU);
        return known == null && others.isEmpty()
                ? CitizenGroups.NONE
                : new CitizenGroups(known == null ? Map.of() : known, others);
    }

    /** The citizen with the fields and parts of groups in the set and no others. */
    static Citizen only(Citizen citizen, Set<FieldPath> kept) {
        FieldValues<Citizen> left = CITIZEN.cut(citizen, kept);
        if (!citizen.groups().isEmpty()) {
            CitizenGroups groups = citizen.groups().only(kept);
            GROUPS.forEach(field -> left.set(field, groups.known().get(field.element())));
            left.set(DU_LIEU_LAM_GIAU, groups.others().isEmpty() ? null : groups.others());
        }
        return CITIZEN.record(left);
    }

    private static @Nullable Object[] values(Citizen citizen) {
        @Nullable
        Object[] values = {
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
        @Nullable Object[] all = Arrays.copyOf(values, values.length + GROUPS.size() + 1);
        if (!citizen.groups().isEmpty()) {
            for (int i = 0; i < GROUPS.size(); i++) {
                all[values.length + i] =
                        citizen.groups().known().get(GROUPS.get(i).element());
            }
            all[all.length - 1] = citizen.groups().others().isEmpty()
                    ? null
                    : citizen.groups().others();
        }
        return all;
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
