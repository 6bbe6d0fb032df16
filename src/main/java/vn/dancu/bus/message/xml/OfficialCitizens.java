package vn.dancu.bus.message.xml;

import static vn.dancu.bus.message.wire.Tokens.forXml;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.CitizenStatus;
import vn.dancu.schema.citizen.v1.CongDan;
import vn.dancu.schema.citizen.v1.DanToc;
import vn.dancu.schema.citizen.v1.TonGiao;

/** The citizen of annex Đ. */
final class OfficialCitizens {

    private OfficialCitizens() {}

    static CongDan congDan(Citizen citizen) {
        CongDan element = new CongDan();
        element.setSoDinhDanh(citizen.soDinhDanh());
        element.setSoCMND(citizen.soCmnd());
        element.setHoVaTen(OfficialPeople.name(citizen.name()));
        element.setGioiTinh(forXml(citizen.gender()));
        element.setDanToc(ethnicity(citizen));
        element.setTonGiao(religion(citizen.religion()));
        element.setTinhTrangHonNhan(forXml(citizen.maritalStatus()));
        element.setNhomMau(forXml(citizen.bloodGroup()));
        element.setNgayThangNamSinh(OfficialPeople.date(citizen.birthDate()));
        element.setNoiDangKyKhaiSinh(OfficialPeople.place(citizen.birthRegistration()));
        element.setQueQuan(OfficialPeople.place(citizen.hometown()));
        element.setThuongTru(OfficialPeople.place(citizen.permanentAddress()));
        element.setNoiOHienTai(OfficialPeople.place(citizen.currentAddress()));
        element.setQuocTich(forXml(citizen.nationality()));
        element.setCha(OfficialPeople.related(citizen.father()));
        element.setMe(OfficialPeople.related(citizen.mother()));
        element.setVoChong(OfficialPeople.related(citizen.spouse()));
        element.setNguoiDaiDien(OfficialPeople.related(citizen.representative()));
        element.setChuHo(OfficialPeople.related(citizen.householdHead()));
        element.setSoSoHoKhau(forXml(citizen.householdBook()));
        element.setTrangThaiCongDan(
                citizen.status() == null ? null : citizen.status().code());
        return element;
    }

    static Citizen citizen(CongDan element) {
        DanToc ethnicity = element.getDanToc();
        String status = element.getTrangThaiCongDan();
        return new Citizen(
                element.getSoDinhDanh(),
                element.getSoCMND(),
                OfficialPeople.name(element.getHoVaTen()),
                element.getGioiTinh(),
                ethnicity == null ? null : ethnicity.getMaDanToc(),
                ethnicity == null ? null : ethnicity.getTenGoiKhac(),
                element.getTonGiao() == null ? null : element.getTonGiao().getMaTonGiao(),
                element.getTinhTrangHonNhan(),
                element.getNhomMau(),
                OfficialPeople.date(element.getNgayThangNamSinh()),
                OfficialPeople.address(element.getNoiDangKyKhaiSinh()),
                OfficialPeople.address(element.getQueQuan()),
                OfficialPeople.address(element.getThuongTru()),
                OfficialPeople.address(element.getNoiOHienTai()),
                element.getQuocTich(),
                OfficialPeople.related(element.getCha()),
                OfficialPeople.related(element.getMe()),
                OfficialPeople.related(element.getVoChong()),
                OfficialPeople.related(element.getNguoiDaiDien()),
                OfficialPeople.related(element.getChuHo()),
                element.getSoSoHoKhau(),
                status == null ? null : CitizenStatus.byCode(status));
    }

    private static @Nullable DanToc ethnicity(Citizen citizen) {
        if (citizen.ethnicity() == null && citizen.ethnicityOtherName() == null) {
            return null;
        }
        DanToc element = new DanToc();
        element.setMaDanToc(forXml(citizen.ethnicity()));
        element.setTenGoiKhac(forXml(citizen.ethnicityOtherName()));
        return element;
    }

    private static @Nullable TonGiao religion(@Nullable String code) {
        if (code == null) {
            return null;
        }
        TonGiao element = new TonGiao();
        element.setMaTonGiao(forXml(code));
        return element;
    }
}
