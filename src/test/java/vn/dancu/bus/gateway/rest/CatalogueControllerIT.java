package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;

@AtTheDoors
class CatalogueControllerIT {

    private final DoorsClient doors;

    CatalogueControllerIT(@LocalServerPort int port) {
        this.doors = new DoorsClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dmdc/AllCategory", "/dmdc/1.0/AllCategory"})
    void listsTheLists(String path) {
        RawHttp.Answer answer = doors.get(path, doors.token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json;charset=UTF-8");
        assertThat(texts(answer, "CategoryCode"))
                .contains("madantoc", "matongiao", "magioitinh", "manhommau", "donvihanhchinhcap1")
                .isSorted();
    }

    @Test
    void saysWhatTheRecordsOfAListHold() {
        RawHttp.Answer answer = doors.get("/dmdc/Metadata/magioitinh", doors.token());

        assertThat(texts(answer, "PropertyCode")).contains("Ma", "Ten", "HeMa");
        assertThat(texts(answer, "PropertyType")).containsOnly("string", "date");
    }

    @Test
    void givesTheRecordsInVietnamese() {
        RawHttp.Answer answer = doors.get("/dmdc/Category/magioitinh", doors.token());

        assertThat(texts(answer, "Ten")).contains("Nam", "Nữ");
        assertThat(texts(answer, "HeMa")).isNotEmpty();
    }

    @Test
    void givesWhatWasValidOnADay() {
        List<String> before = wardsOf("00004", "2025-06-30");
        List<String> after = wardsOf("00004", "2025-07-01");

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(1).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/06/2025", "2025-02-30", "20250630", "hom-nay", "2025-01-01&ngay=2025-01-02"})
    void refusesADayThatIsNone(String day) {
        RawHttp.Answer answer = doors.get("/dmdc/Category/magioitinh?ngay=" + day, doors.token());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(DoorsClient.code(answer)).isEqualTo("field_invalid");
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo("ngay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dmdc/Category/khongco", "/dmdc/Metadata/khongco", "/dmdc/Category/%252e%252e", "/dmdc/Category"
            })
    void knowsNoOtherList(String path) {
        assertThat(DoorsClient.code(doors.get(path, doors.token()))).isEqualTo("resource_unknown");
    }

    @Test
    void opensForATokenOnly() {
        RawHttp.Answer answer = doors.send("GET /dmdc/AllCategory", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(DoorsClient.code(answer)).isEqualTo("credentials_missing");
    }

    @Test
    void isForReadingOnly() {
        RawHttp.Answer answer = doors.ask("/dmdc/Category/magioitinh", doors.token(), "[]");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().get("Allow")).contains("GET");
    }

    private List<String> wardsOf(String code, String day) {
        RawHttp.Answer answer = doors.get("/dmdc/Category/donvihanhchinhcap3?ngay=" + day, doors.token());
        return StreamSupport.stream(DoorsClient.json(answer).spliterator(), false)
                .filter(row -> row.path("Ma").asText().equals(code))
                .map(row -> row.path("Ten").asText())
                .toList();
    }

    private static List<String> texts(RawHttp.Answer answer, String property) {
        return StreamSupport.stream(DoorsClient.json(answer).spliterator(), false)
                .map((JsonNode row) -> row.path(property).asText())
                .toList();
    }
}
