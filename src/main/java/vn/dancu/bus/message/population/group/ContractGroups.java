package vn.dancu.bus.message.population.group;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.field.RecordDescription;

/**
 * The groups that have an element of their own in the citizen message, and the names of their values. Both are ours: NĐ 58/2026/NĐ-CP names
 * groups in words and no elements.
 */
public final class ContractGroups {

    /** By their elements, in the order of the schema. */
    public static final Map<String, RecordDescription<GroupValues>> ALL = all();

    private static Map<String, RecordDescription<GroupValues>> all() {
        Map<String, RecordDescription<GroupValues>> all = new LinkedHashMap<>();
        all.put(
                "TheBHYT",
                GroupValues.described(
                        "MaThe",
                        "MaSoBHXH",
                        "NoiDangKyKCB",
                        "TenNoiDangKyKCB",
                        "NgayCap",
                        "NoiCap",
                        "GiaTriTu",
                        "GiaTriDen",
                        "Ngay5NamLienTuc"));
        all.put(
                "SoBHXH",
                GroupValues.described("MaSoBHXH", "NoiLamViec", "PhuongThucDong", "CoQuanQuanLy", "MucTienDong"));
        all.put("MaSoThue", GroupValues.described("MaSoThue", "NgayCap", "CoQuanThue", "TrangThai"));
        all.put(
                "HocSinh",
                GroupValues.described(
                        "MaHocSinh", "MaLop", "Lop", "Khoi", "Truong", "TrangThai", "NgayTrangThai", "LoaiKhuyetTat"));
        all.put(
                "TreEm",
                GroupValues.described("MaTre", "DienHuong", "Truong", "Lop", "NoiDungTroCap", "TuNgay", "DenNgay"));
        addOthers(all);
        return Collections.unmodifiableMap(all);
    }

    private static void addOthers(Map<String, RecordDescription<GroupValues>> all) {
        all.put(
                "DienLuc",
                GroupValues.described(
                        "MaKhachHang",
                        "MaDonViQuanLy",
                        "SoCongTo",
                        "DiaChiSuDungDien",
                        "MaTram",
                        "SoHo",
                        "NgayKyHopDong"));
        all.put(
                "GiayPhepLaiXe",
                GroupValues.described(
                        "SoGiayPhep", "Hang", "NgayCap", "NoiCap", "NgayTrungTuyen", "NgayHetHan", "MoTaXe"));
        all.put(
                "ToaAn",
                GroupValues.described(
                        "SoVuAn",
                        "GiaiDoan",
                        "SoBanAn",
                        "NgayBanAn",
                        "SoQuyetDinh",
                        "NgayQuyetDinh",
                        "TenToaAn",
                        "KhangCao",
                        "TrangThai"));
        all.put(
                "KiemSat",
                GroupValues.described(
                        "SoVuAn",
                        "GiaiDoan",
                        "SoKetLuanDieuTra",
                        "SoCaoTrang",
                        "SoBanAn",
                        "SoQuyetDinh",
                        "NgayQuyetDinh",
                        "VienKiemSat"));
    }

    /**
     * Whether that is a part of a group: a value of one with an element of its own; another group, or a value of it, whatever their
     * names, since those come with their sources.
     */
    public static boolean hasPart(FieldPath path) {
        int slash = path.value().indexOf('/');
        if (slash < 0) {
            return false;
        }
        String rest = path.value().substring(slash + 1);
        RecordDescription<GroupValues> group = ALL.get(path.value().substring(0, slash));
        return group != null
                ? group.ofElement(rest) != null
                : path.isPartOf(OtherGroup.ALL) && rest.indexOf('/') == rest.lastIndexOf('/');
    }

    /** The group of that element; null where it has none of its own. */
    public static @Nullable RecordDescription<GroupValues> of(String element) {
        return ALL.get(element);
    }

    private ContractGroups() {}
}
