package vn.dancu.bus.message.xml;

import static vn.dancu.bus.message.wire.Tokens.forXml;

import jakarta.xml.bind.JAXBElement;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Answer;
import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.Household;
import vn.dancu.schema.citizen.v1.CongdanCollection;
import vn.dancu.schema.citizen.v1.HoGiaDinh;
import vn.dancu.schema.citizen.v1.KetQuaXacMinh;
import vn.dancu.schema.citizen.v1.KetQuaXacThuc;
import vn.dancu.schema.citizen.v1.Loi;
import vn.dancu.schema.citizen.v1.ObjectFactory;

/** Answers in the shape of QCVN 109:2017/BTTTT, annex Đ: status, moment and request id are attributes. */
final class OfficialShape implements AnswerShape {

    private static final ObjectFactory ELEMENTS = new ObjectFactory();

    @Override
    public JAXBElement<?> element(Answer answer) {
        if (answer instanceof Answer.OfCitizen found) {
            return ELEMENTS.createCongdanCollection(collection(found));
        }
        if (answer instanceof Answer.OfHousehold found) {
            return ELEMENTS.createHoGiaDinh(household(found));
        }
        if (answer instanceof Answer.OfExistence found) {
            return ELEMENTS.createKetQuaXacThucResponse(existence(found));
        }
        return ELEMENTS.createKetQuaXacMinh(claims((Answer.OfClaims) answer));
    }

    @Override
    public JAXBElement<?> element(Refusal refusal, ErrorTexts texts) {
        Loi loi = new Loi();
        loi.setMa(refusal.code().code());
        loi.setThongDiep(texts.vietnamese(refusal.code()));
        loi.setThongDiepTiengAnh(texts.english(refusal.code()));
        loi.setTruong(forXml(refusal.field()));
        loi.setQuyTac(forXml(refusal.rule()));
        loi.setMaSuCo(refusal.occurrence().toString());
        return ELEMENTS.createLoi(loi);
    }

    @Override
    public @Nullable Answer answer(Object value) {
        if (value instanceof CongdanCollection collection) {
            return ofCitizen(collection);
        }
        if (value instanceof HoGiaDinh household) {
            return ofHousehold(household);
        }
        if (value instanceof KetQuaXacThuc existence) {
            return new Answer.OfExistence(
                    text(existence.getId()),
                    Statuses.of(existence.getGhiChu(), existence.isTonTai()),
                    Moments.instant(existence.getThoiDiemDuLieu()),
                    existence.isTonTai());
        }
        return value instanceof KetQuaXacMinh claims ? ofClaims(claims) : null;
    }

    private static CongdanCollection collection(Answer.OfCitizen answer) {
        CongdanCollection collection = new CongdanCollection();
        collection.setGhiChu(answer.status().code());
        collection.setThoiDiemDuLieu(Moments.of(answer.dataTime()));
        collection.setSoCongDan(answer.citizen() == null ? "0" : "1");
        collection.setId(answer.requestId());
        if (answer.citizen() != null) {
            collection.getCongDan().add(OfficialCitizens.congDan(answer.citizen()));
        }
        return collection;
    }

    private static HoGiaDinh household(Answer.OfHousehold answer) {
        HoGiaDinh element = new HoGiaDinh();
        Household household = answer.household();
        if (household != null) {
            element.setSoSoHoKhau(forXml(household.householdBook()));
            element.setChuHo(OfficialPeople.related(household.head()));
            element.setThuongTru(OfficialPeople.place(household.address()));
            household.members().forEach(member -> element.getThanhVien().add(OfficialPeople.member(member)));
        }
        element.setGhiChu(answer.status().code());
        element.setThoiDiemDuLieu(Moments.of(answer.dataTime()));
        element.setId(answer.requestId());
        return element;
    }

    private static KetQuaXacThuc existence(Answer.OfExistence answer) {
        KetQuaXacThuc element = new KetQuaXacThuc();
        element.setTonTai(answer.exists());
        element.setGhiChu(answer.status().code());
        element.setThoiDiemDuLieu(Moments.of(answer.dataTime()));
        element.setId(answer.requestId());
        return element;
    }

    private static KetQuaXacMinh claims(Answer.OfClaims answer) {
        KetQuaXacMinh element = new KetQuaXacMinh();
        element.setTonTai(answer.exists());
        answer.agrees().forEach((field, agrees) -> {
            KetQuaXacMinh.KetQua result = new KetQuaXacMinh.KetQua();
            result.setTruong(field.value());
            result.setTrungKhop(agrees);
            element.getKetQua().add(result);
        });
        element.setGhiChu(answer.status().code());
        element.setThoiDiemDuLieu(Moments.of(answer.dataTime()));
        element.setId(answer.requestId());
        return element;
    }

    private static Answer ofCitizen(CongdanCollection collection) {
        Citizen citizen = collection.getCongDan().isEmpty()
                ? null
                : OfficialCitizens.citizen(collection.getCongDan().get(0));
        return new Answer.OfCitizen(
                text(collection.getId()),
                collection.getGhiChu() == null
                        ? Statuses.of(citizen)
                        : Statuses.of(collection.getGhiChu(), citizen != null),
                Moments.instant(collection.getThoiDiemDuLieu()),
                citizen);
    }

    private static Answer ofHousehold(HoGiaDinh element) {
        Household household = new Household(
                element.getSoSoHoKhau(),
                OfficialPeople.related(element.getChuHo()),
                OfficialPeople.address(element.getThuongTru()),
                element.getThanhVien().stream().map(OfficialPeople::member).toList());
        boolean empty = household.equals(Households.NOTHING);
        return new Answer.OfHousehold(
                text(element.getId()),
                Statuses.of(element.getGhiChu(), !empty),
                Moments.instant(element.getThoiDiemDuLieu()),
                empty ? null : household);
    }

    private static Answer ofClaims(KetQuaXacMinh element) {
        Map<FieldPath, Boolean> agrees = new TreeMap<>();
        element.getKetQua().forEach(result -> agrees.put(FieldPath.of(result.getTruong()), result.isTrungKhop()));
        return new Answer.OfClaims(
                text(element.getId()),
                Statuses.of(element.getGhiChu(), element.isTonTai()),
                Moments.instant(element.getThoiDiemDuLieu()),
                element.isTonTai(),
                agrees);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
