package vn.dancu.bench.bare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.schema.citizen.v1.CongDan;
import vn.dancu.schema.citizen.v1.DiaChi;
import vn.dancu.schema.citizen.v1.HoVaTen;
import vn.dancu.schema.citizen.v1.NgayThangNamSinh;
import vn.dancu.schema.citizen.v1.NguoiLienQuan;

/** The other way: the values of a citizen in the order of {@link CitizenColumns}. */
final class CitizenValues {

    private final List<@Nullable String> values = new ArrayList<>();

    static List<@Nullable String> of(CongDan citizen) {
        CitizenValues row = new CitizenValues();
        row.addSingle(citizen);
        row.add(citizen.getNoiDangKyKhaiSinh());
        row.add(citizen.getQueQuan());
        row.add(citizen.getThuongTru());
        row.add(citizen.getNoiOHienTai());
        row.add(citizen.getCha());
        row.add(citizen.getMe());
        row.add(citizen.getVoChong());
        row.add(citizen.getNguoiDaiDien());
        row.add(citizen.getChuHo());
        return row.values;
    }

    private void addSingle(CongDan citizen) {
        values.add(citizen.getSoDinhDanh());
        values.add(citizen.getSoCMND());
        add(citizen.getHoVaTen());
        values.add(citizen.getGioiTinh());
        values.add(citizen.getDanToc() == null ? null : citizen.getDanToc().getMaDanToc());
        values.add(citizen.getDanToc() == null ? null : citizen.getDanToc().getTenGoiKhac());
        values.add(citizen.getTonGiao() == null ? null : citizen.getTonGiao().getMaTonGiao());
        values.add(citizen.getTinhTrangHonNhan());
        values.add(citizen.getNhomMau());
        NgayThangNamSinh birth = citizen.getNgayThangNamSinh();
        boolean dated = birth != null && birth.getNgayThangNam() != null;
        values.add(dated ? birth.getNgayThangNam().toXMLFormat() : null);
        values.add(birth == null ? null : birth.getNam());
        values.add(citizen.getQuocTich());
        values.add(citizen.getSoSoHoKhau());
        values.add(citizen.getTrangThaiCongDan());
    }

    private void add(@Nullable HoVaTen name) {
        values.add(name == null ? null : name.getHo());
        values.add(name == null ? null : name.getChuDem());
        values.add(name == null ? null : name.getTen());
    }

    private void add(@Nullable DiaChi address) {
        values.add(address == null ? null : address.getMaDonViHanhChinh());
        values.add(address == null ? null : address.getMaTinhThanh());
        values.add(address == null ? null : address.getMaQuanHuyen());
        values.add(address == null ? null : address.getChiTiet());
        values.add(address == null ? null : address.getQuocGia());
    }

    private void add(@Nullable NguoiLienQuan person) {
        values.add(person == null ? null : person.getQuanHe());
        values.add(person == null ? null : person.getSoDinhDanh());
        values.add(person == null ? null : person.getSoCMND());
        values.add(person == null ? null : person.getQuocTich());
        add(person == null ? null : person.getHoVaTen());
    }
}
