package vn.dancu.bus.message.population;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dancu.bus.kernel.ServiceCode;

/** The eleven single-person services of the population database, by the name of the request element. */
public enum PopulationOperation {
    TRA_CUU_THONG_TIN_CONG_DAN("TraCuuThongTinCongDan", Kind.CITIZEN),
    CUNG_CAP_THONG_TIN_CONG_DAN("CungCapThongTinCongDan", Kind.CITIZEN),
    CUNG_CAP_THONG_TIN_NHOM_MAU("CungCapThongTinNhomMau", Kind.CITIZEN),
    CUNG_CAP_THONG_TIN_HO_GIA_DINH("CungCapThongTinHoGiaDinh", Kind.HOUSEHOLD),
    XAC_THUC_THONG_TIN_CONG_DAN("XacThucThongTinCongDan", Kind.EXISTENCE),
    XAC_MINH_THONG_TIN_NHAN_THAN("XacMinhThongTinNhanThan", Kind.CLAIMS),
    XAC_MINH_THONG_TIN_NGUOI_GIAM_HO("XacMinhThongTinNguoiGiamHo", Kind.CLAIMS),
    XAC_MINH_THONG_TIN_CHU_HO("XacMinhThongTinChuHo", Kind.CLAIMS),
    XAC_MINH_THONG_TIN_NOI_O_HIEN_TAI("XacMinhThongTinNoiOHienTai", Kind.CLAIMS),
    XAC_MINH_TINH_TRANG_HON_NHAN("XacMinhTinhTrangHonNhan", Kind.CLAIMS),
    XAC_MINH_TINH_TRANG_CHET_MAT_TICH("XacMinhTinhTrangChetMatTich", Kind.CLAIMS);

    /** What an operation answers with. */
    public enum Kind {
        /** A collection of at most one citizen. */
        CITIZEN,
        /** The household with its members. */
        HOUSEHOLD,
        /** Whether such a person exists, yes or no. */
        EXISTENCE,
        /** Whether each claimed value agrees with the register, yes or no. */
        CLAIMS
    }

    private static final Map<String, PopulationOperation> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(PopulationOperation::element, Function.identity()));

    private final String element;
    private final Kind kind;
    private final ServiceCode service;

    PopulationOperation(String element, Kind kind) {
        this.element = element;
        this.kind = kind;
        this.service = new ServiceCode(element);
    }

    public static Optional<PopulationOperation> byElement(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public String element() {
        return element;
    }

    public Kind kind() {
        return kind;
    }

    public ServiceCode service() {
        return service;
    }
}
