package vn.dancu.bus.document.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** The columns of a list of people. */
enum ListColumn {
    STT(false, "Số thứ tự"),
    MA_YEU_CAU(false, "MaYeuCau", "Mã yêu cầu"),
    DICH_VU(true, "DichVu", "Dịch vụ"),
    MA_DVC(true, "MaDVC", "Mã thủ tục", "Mã dịch vụ công", "Mã thủ tục hành chính"),
    MA_CAN_BO(true, "MaCanBo", "Mã cán bộ", "Tài khoản cán bộ"),
    MA_DON_VI(true, "MaDonVi", "Mã đơn vị"),
    MUC_DICH(true, "MucDich", "Mục đích"),
    SO_DINH_DANH(false, "SoDinhDanh", "Số định danh cá nhân", "Số định danh", "Số CCCD"),
    SO_CMND(false, "SoCMND", "Số CMND", "Số chứng minh nhân dân"),
    HO_VA_TEN(false, "HoVaTen", "Họ và tên", "Họ tên", "Họ, chữ đệm và tên"),
    NGAY_SINH(false, "NgaySinh", "Ngày sinh", "Ngày, tháng, năm sinh"),
    TRUONG(true, "Truong", "Trường", "Các trường");

    private static final Map<String, ListColumn> BY_HEADING = byHeading();

    private final boolean isOfList;
    private final List<String> headings;

    ListColumn(boolean isOfList, String... headings) {
        this.isOfList = isOfList;
        this.headings = List.of(headings);
    }

    /** Whether the value of the first row stands for every row that leaves it empty. */
    boolean isOfList() {
        return isOfList;
    }

    /** The name by which the contract knows it. */
    String heading() {
        return this == STT ? "STT" : headings.get(0);
    }

    /** The property of the question in JSON. */
    String property() {
        String heading = heading();
        return Character.toLowerCase(heading.charAt(0)) + heading.substring(1);
    }

    /** The column of a heading, whatever its case, its marks and its spaces. */
    static Optional<ListColumn> of(String heading) {
        return Optional.ofNullable(BY_HEADING.get(NameNormalizer.fold(heading)));
    }

    private static Map<String, ListColumn> byHeading() {
        Map<String, ListColumn> columns = new HashMap<>();
        for (ListColumn column : values()) {
            columns.put(NameNormalizer.fold(column.heading()), column);
            column.headings.forEach(heading -> columns.put(NameNormalizer.fold(heading), column));
        }
        return Map.copyOf(columns);
    }
}
