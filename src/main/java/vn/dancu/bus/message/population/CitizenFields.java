package vn.dancu.bus.message.population;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;

/** Every releasable field by its element name, in the order of the schema. */
public final class CitizenFields {

    public static final FieldPath SO_DINH_DANH = FieldPath.of("SoDinhDanh");
    public static final FieldPath SO_CMND = FieldPath.of("SoCMND");
    public static final FieldPath HO_VA_TEN = FieldPath.of("HoVaTen");
    public static final FieldPath GIOI_TINH = FieldPath.of("GioiTinh");
    public static final FieldPath DAN_TOC = FieldPath.of("DanToc");
    public static final FieldPath TON_GIAO = FieldPath.of("TonGiao");
    public static final FieldPath TINH_TRANG_HON_NHAN = FieldPath.of("TinhTrangHonNhan");
    public static final FieldPath NHOM_MAU = FieldPath.of("NhomMau");
    public static final FieldPath NGAY_THANG_NAM_SINH = FieldPath.of("NgayThangNamSinh");
    public static final FieldPath NOI_DANG_KY_KHAI_SINH = FieldPath.of("NoiDangKyKhaiSinh");
    public static final FieldPath QUE_QUAN = FieldPath.of("QueQuan");
    public static final FieldPath THUONG_TRU = FieldPath.of("ThuongTru");
    public static final FieldPath NOI_O_HIEN_TAI = FieldPath.of("NoiOHienTai");
    public static final FieldPath QUOC_TICH = FieldPath.of("QuocTich");
    public static final FieldPath CHA = FieldPath.of("Cha");
    public static final FieldPath ME = FieldPath.of("Me");
    public static final FieldPath VO_CHONG = FieldPath.of("VoChong");
    public static final FieldPath NGUOI_DAI_DIEN = FieldPath.of("NguoiDaiDien");
    public static final FieldPath CHU_HO = FieldPath.of("ChuHo");
    public static final FieldPath SO_SO_HO_KHAU = FieldPath.of("SoSoHoKhau");
    public static final FieldPath TRANG_THAI_CONG_DAN = FieldPath.of("TrangThaiCongDan");

    /** Only in the household answer: its members. */
    public static final FieldPath THANH_VIEN = FieldPath.of("ThanhVien");

    /** Only in the yes/no answer: whether such a person exists. */
    public static final FieldPath TON_TAI = FieldPath.of("TonTai");

    /** The fields of one citizen. */
    public static final Set<FieldPath> OF_CITIZEN = ordered(List.of(
            SO_DINH_DANH,
            SO_CMND,
            HO_VA_TEN,
            GIOI_TINH,
            DAN_TOC,
            TON_GIAO,
            TINH_TRANG_HON_NHAN,
            NHOM_MAU,
            NGAY_THANG_NAM_SINH,
            NOI_DANG_KY_KHAI_SINH,
            QUE_QUAN,
            THUONG_TRU,
            NOI_O_HIEN_TAI,
            QUOC_TICH,
            CHA,
            ME,
            VO_CHONG,
            NGUOI_DAI_DIEN,
            CHU_HO,
            SO_SO_HO_KHAU,
            TRANG_THAI_CONG_DAN));

    /** The fields of one household. */
    public static final Set<FieldPath> OF_HOUSEHOLD = ordered(List.of(SO_SO_HO_KHAU, CHU_HO, THUONG_TRU, THANH_VIEN));

    /** The fields that an operation can answer with, in the order of its schema. */
    public static Set<FieldPath> of(PopulationOperation operation) {
        return switch (operation) {
            case TRA_CUU_THONG_TIN_CONG_DAN, CUNG_CAP_THONG_TIN_CONG_DAN -> OF_CITIZEN;
            case CUNG_CAP_THONG_TIN_NHOM_MAU -> ordered(List.of(SO_DINH_DANH, HO_VA_TEN, NHOM_MAU));
            case CUNG_CAP_THONG_TIN_HO_GIA_DINH -> OF_HOUSEHOLD;
            case XAC_THUC_THONG_TIN_CONG_DAN -> Set.of(TON_TAI);
            case XAC_MINH_THONG_TIN_NHAN_THAN ->
                ordered(List.of(GIOI_TINH, DAN_TOC, TON_GIAO, QUOC_TICH, QUE_QUAN, NOI_DANG_KY_KHAI_SINH, THUONG_TRU));
            case XAC_MINH_THONG_TIN_NGUOI_GIAM_HO -> Set.of(NGUOI_DAI_DIEN);
            case XAC_MINH_THONG_TIN_CHU_HO -> Set.of(CHU_HO);
            case XAC_MINH_THONG_TIN_NOI_O_HIEN_TAI -> Set.of(NOI_O_HIEN_TAI);
            case XAC_MINH_TINH_TRANG_HON_NHAN -> Set.of(TINH_TRANG_HON_NHAN);
            case XAC_MINH_TINH_TRANG_CHET_MAT_TICH -> Set.of(TRANG_THAI_CONG_DAN);
        };
    }

    private static Set<FieldPath> ordered(List<FieldPath> fields) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(fields));
    }

    private CitizenFields() {}
}
