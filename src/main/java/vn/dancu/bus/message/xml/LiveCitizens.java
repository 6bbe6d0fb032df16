package vn.dancu.bus.message.xml;

import static vn.dancu.bus.message.wire.Tokens.forXml;

import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.CitizenStatus;
import vn.dancu.schema.citizenlive.v1.CongDan;

/** The citizen of the live service: plain codes. */
final class LiveCitizens {

    private LiveCitizens() {}

    static CongDan congDan(Citizen citizen) {
        CongDan element = new CongDan();
        element.setSoDinhDanh(citizen.soDinhDanh());
        element.setSoCMND(citizen.soCmnd());
        element.setHoVaTen(LivePeople.name(citizen.name()));
        element.setGioiTinh(forXml(citizen.gender()));
        element.setDanToc(forXml(citizen.ethnicity()));
        element.setTenGoiKhac(forXml(citizen.ethnicityOtherName()));
        element.setTonGiao(forXml(citizen.religion()));
        element.setTinhTrangHonNhan(forXml(citizen.maritalStatus()));
        element.setNhomMau(forXml(citizen.bloodGroup()));
        element.setNgayThangNamSinh(LivePeople.date(citizen.birthDate()));
        element.setNoiDangKyKhaiSinh(LivePeople.place(citizen.birthRegistration()));
        element.setQueQuan(LivePeople.place(citizen.hometown()));
        element.setThuongTru(LivePeople.place(citizen.permanentAddress()));
        element.setNoiOHienTai(LivePeople.place(citizen.currentAddress()));
        element.setQuocTich(forXml(citizen.nationality()));
        element.setCha(LivePeople.related(citizen.father()));
        element.setMe(LivePeople.related(citizen.mother()));
        element.setVoChong(LivePeople.related(citizen.spouse()));
        element.setNguoiDaiDien(LivePeople.related(citizen.representative()));
        element.setChuHo(LivePeople.related(citizen.householdHead()));
        element.setSoSoHoKhau(forXml(citizen.householdBook()));
        element.setTrangThaiCongDan(
                citizen.status() == null ? null : citizen.status().code());
        return element;
    }

    static Citizen citizen(CongDan element) {
        String status = element.getTrangThaiCongDan();
        return new Citizen(
                element.getSoDinhDanh(),
                element.getSoCMND(),
                LivePeople.name(element.getHoVaTen()),
                element.getGioiTinh(),
                element.getDanToc(),
                element.getTenGoiKhac(),
                element.getTonGiao(),
                element.getTinhTrangHonNhan(),
                element.getNhomMau(),
                LivePeople.date(element.getNgayThangNamSinh()),
                LivePeople.address(element.getNoiDangKyKhaiSinh()),
                LivePeople.address(element.getQueQuan()),
                LivePeople.address(element.getThuongTru()),
                LivePeople.address(element.getNoiOHienTai()),
                element.getQuocTich(),
                LivePeople.related(element.getCha()),
                LivePeople.related(element.getMe()),
                LivePeople.related(element.getVoChong()),
                LivePeople.related(element.getNguoiDaiDien()),
                LivePeople.related(element.getChuHo()),
                element.getSoSoHoKhau(),
                status == null ? null : CitizenStatus.byCode(status));
    }
}
