package vn.dancu.bench.bare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;
import org.jspecify.annotations.Nullable;
import vn.dancu.schema.citizen.v1.CongDan;
import vn.dancu.schema.citizen.v1.DanToc;
import vn.dancu.schema.citizen.v1.DiaChi;
import vn.dancu.schema.citizen.v1.HoVaTen;
import vn.dancu.schema.citizen.v1.NgayThangNamSinh;
import vn.dancu.schema.citizen.v1.NguoiLienQuan;
import vn.dancu.schema.citizen.v1.TonGiao;

/** The columns of bench.citizen, all text, in one order. Reads one row from left to right; used once. */
final class CitizenColumns {

    private static final List<String> ADDRESSES = List.of("khai_sinh", "que_quan", "thuong_tru", "hien_tai");
    private static final List<String> ADDRESS = List.of("ma_don_vi", "ma_tinh", "ma_huyen", "chi_tiet", "quoc_gia");
    private static final List<String> PERSONS = List.of("cha", "me", "vo_chong", "nguoi_dai_dien", "chu_ho");
    private static final List<String> PERSON =
            List.of("quan_he", "so_dinh_danh", "so_cmnd", "quoc_tich", "ho", "chu_dem", "ten");
    private static final List<String> SINGLE = List.of(
            "so_dinh_danh",
            "so_cmnd",
            "ho",
            "chu_dem",
            "ten",
            "gioi_tinh",
            "ma_dan_toc",
            "ten_dan_toc",
            "ma_ton_giao",
            "hon_nhan",
            "nhom_mau",
            "ngay_sinh",
            "nam_sinh",
            "quoc_tich",
            "so_ho_khau",
            "trang_thai");

    static final List<String> ALL = Stream.of(SINGLE, crossed(ADDRESSES, ADDRESS), crossed(PERSONS, PERSON))
            .flatMap(List::stream)
            .toList();
    static final String NAMES = String.join(", ", ALL);

    private final DatatypeFactory datatypes;
    private int column;

    CitizenColumns(DatatypeFactory datatypes) {
        this.datatypes = datatypes;
    }

    private static List<String> crossed(List<String> owners, List<String> parts) {
        return owners.stream()
                .flatMap(owner -> parts.stream().map(part -> owner + "_" + part))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    CongDan read(ResultSet row) throws SQLException {
        CongDan citizen = new CongDan();
        citizen.setSoDinhDanh(next(row));
        citizen.setSoCMND(next(row));
        citizen.setHoVaTen(name(row));
        citizen.setGioiTinh(next(row));
        citizen.setDanToc(ethnicity(next(row), next(row)));
        citizen.setTonGiao(religion(next(row)));
        citizen.setTinhTrangHonNhan(next(row));
        citizen.setNhomMau(next(row));
        citizen.setNgayThangNamSinh(birth(next(row), next(row)));
        citizen.setQuocTich(next(row));
        citizen.setSoSoHoKhau(next(row));
        citizen.setTrangThaiCongDan(next(row));
        citizen.setNoiDangKyKhaiSinh(address(row));
        citizen.setQueQuan(address(row));
        citizen.setThuongTru(address(row));
        citizen.setNoiOHienTai(address(row));
        citizen.setCha(person(row));
        citizen.setMe(person(row));
        citizen.setVoChong(person(row));
        citizen.setNguoiDaiDien(person(row));
        citizen.setChuHo(person(row));
        return citizen;
    }

    private @Nullable String next(ResultSet row) throws SQLException {
        return row.getString(++column);
    }

    private @Nullable HoVaTen name(ResultSet row) throws SQLException {
        HoVaTen name = new HoVaTen();
        name.setHo(next(row));
        name.setChuDem(next(row));
        name.setTen(next(row));
        return name.getHo() == null && name.getTen() == null ? null : name;
    }

    private @Nullable DiaChi address(ResultSet row) throws SQLException {
        DiaChi address = new DiaChi();
        address.setMaDonViHanhChinh(next(row));
        address.setMaTinhThanh(next(row));
        address.setMaQuanHuyen(next(row));
        address.setChiTiet(next(row));
        address.setQuocGia(next(row));
        boolean empty =
                address.getQuocGia() == null && address.getMaDonViHanhChinh() == null && address.getChiTiet() == null;
        return empty ? null : address;
    }

    private @Nullable NguoiLienQuan person(ResultSet row) throws SQLException {
        NguoiLienQuan person = new NguoiLienQuan();
        person.setQuanHe(next(row));
        person.setSoDinhDanh(next(row));
        person.setSoCMND(next(row));
        person.setQuocTich(next(row));
        person.setHoVaTen(name(row));
        return person.getSoDinhDanh() == null && person.getSoCMND() == null && person.getHoVaTen() == null
                ? null
                : person;
    }

    private static @Nullable DanToc ethnicity(@Nullable String code, @Nullable String otherName) {
        if (code == null) {
            return null;
        }
        DanToc ethnicity = new DanToc();
        ethnicity.setMaDanToc(code);
        ethnicity.setTenGoiKhac(otherName);
        return ethnicity;
    }

    private static @Nullable TonGiao religion(@Nullable String code) {
        if (code == null) {
            return null;
        }
        TonGiao religion = new TonGiao();
        religion.setMaTonGiao(code);
        return religion;
    }

    private @Nullable NgayThangNamSinh birth(@Nullable String day, @Nullable String year) {
        if (day == null && year == null) {
            return null;
        }
        NgayThangNamSinh birth = new NgayThangNamSinh();
        birth.setNam(year);
        if (day != null) {
            birth.setNgayThangNam(datatypes.newXMLGregorianCalendar(day));
        }
        return birth;
    }
}
