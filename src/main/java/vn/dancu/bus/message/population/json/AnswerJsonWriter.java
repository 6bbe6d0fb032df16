package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;

/** The JSON of an answer. What is not released is absent. */
final class AnswerJsonWriter {

    private final JsonGenerator json;

    private AnswerJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(JsonGenerator json, Answer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("maYeuCau", answer.requestId());
        json.writeStringField("trangThai", answer.status().code());
        json.writeStringField("thoiDiemDuLieu", answer.dataTime().toString());
        new AnswerJsonWriter(json).content(answer);
        json.writeEndObject();
    }

    private void content(Answer answer) throws IOException {
        if (answer instanceof Answer.OfCitizen found) {
            json.writeNumberField("soCongDan", found.citizen() == null ? 0 : 1);
            json.writeArrayFieldStart("congDan");
            if (found.citizen() != null) {
                citizen(found.citizen());
            }
            json.writeEndArray();
        } else if (answer instanceof Answer.OfHousehold found) {
            household(found.household());
        } else if (answer instanceof Answer.OfExistence found) {
            json.writeBooleanField("tonTai", found.exists());
        } else if (answer instanceof Answer.OfClaims found) {
            json.writeBooleanField("tonTai", found.exists());
            json.writeObjectFieldStart("trungKhop");
            for (Map.Entry<FieldPath, Boolean> agrees : found.agrees().entrySet()) {
                json.writeBooleanField(agrees.getKey().value(), agrees.getValue());
            }
            json.writeEndObject();
        }
    }

    private void citizen(Citizen citizen) throws IOException {
        json.writeStartObject();
        text("soDinhDanh", citizen.soDinhDanh());
        text("soCMND", citizen.soCmnd());
        name(citizen.name());
        text("gioiTinh", citizen.gender());
        ethnicity(citizen.ethnicity(), citizen.ethnicityOtherName());
        religion(citizen.religion(), citizen.religionOtherName());
        text("tinhTrangHonNhan", citizen.maritalStatus());
        text("nhomMau", citizen.bloodGroup());
        date(citizen.birthDate());
        address("noiDangKyKhaiSinh", citizen.birthRegistration());
        address("queQuan", citizen.hometown());
        address("thuongTru", citizen.permanentAddress());
        address("noiOHienTai", citizen.currentAddress());
        text("quocTich", citizen.nationality());
        related("cha", citizen.father());
        related("me", citizen.mother());
        related("voChong", citizen.spouse());
        related("nguoiDaiDien", citizen.representative());
        related("chuHo", citizen.householdHead());
        text("soSoHoKhau", citizen.householdBook());
        text(
                "trangThaiCongDan",
                citizen.status() == null ? null : citizen.status().code());
        json.writeEndObject();
    }

    private void household(@Nullable Household household) throws IOException {
        if (household == null) {
            return;
        }
        json.writeObjectFieldStart("hoGiaDinh");
        text("soSoHoKhau", household.householdBook());
        related("chuHo", household.head());
        address("thuongTru", household.address());
        if (!household.members().isEmpty()) {
            json.writeArrayFieldStart("thanhVien");
            for (RelatedPerson member : household.members()) {
                person(member);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void related(String property, @Nullable RelatedPerson person) throws IOException {
        if (person != null) {
            json.writeFieldName(property);
            person(person);
        }
    }

    private void person(RelatedPerson person) throws IOException {
        json.writeStartObject();
        text("quanHe", person.relation());
        text("soDinhDanh", person.soDinhDanh());
        text("soCMND", person.soCmnd());
        text("quocTich", person.nationality());
        name(person.name());
        date(person.birthDate());
        text("gioiTinh", person.gender());
        json.writeEndObject();
    }

    private void name(@Nullable PersonName name) throws IOException {
        if (name != null) {
            json.writeObjectFieldStart("hoVaTen");
            json.writeStringField("ho", name.ho());
            json.writeStringField("chuDem", name.chuDem());
            json.writeStringField("ten", name.ten());
            json.writeEndObject();
        }
    }

    private void ethnicity(@Nullable String code, @Nullable String otherName) throws IOException {
        if (code != null || otherName != null) {
            json.writeObjectFieldStart("danToc");
            text("maDanToc", code);
            text("tenGoiKhac", otherName);
            json.writeEndObject();
        }
    }

    private void religion(@Nullable String code, @Nullable String otherName) throws IOException {
        if (code != null || otherName != null) {
            json.writeObjectFieldStart("tonGiao");
            text("maTonGiao", code);
            text("tenGoiKhac", otherName);
            json.writeEndObject();
        }
    }

    private void date(@Nullable BirthDate date) throws IOException {
        if (date != null) {
            json.writeStringField(
                    "ngayThangNamSinh",
                    date.fullDate().map(Object::toString).orElseGet(() -> String.valueOf(date.year())));
        }
    }

    private void address(String property, @Nullable Address address) throws IOException {
        if (address != null) {
            json.writeObjectFieldStart(property);
            text("maTinhThanh", address.provinceCode());
            text("maQuanHuyen", address.districtCode());
            text("maPhuongXa", address.wardCode());
            text("chiTiet", address.detail());
            text("quocGia", address.countryCode());
            json.writeEndObject();
        }
    }

    private void text(String property, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(property, value);
        }
    }
}
