package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedCitizens;
import vn.dancu.bus.fixtures.ScriptedCorrections;

/** Correction requests at the citizens' door. */
@AtTheDoors
class CorrectionDoorIT {

    private static final Contract CONTRACT = new Contract();
    private static final String WISH = "\"maYeuCau\":\"c-1\",\"noiDungDung\":\"Số 2\",\"lyDo\":\"Chuyển nhà\"";
    private static final String FILES = "/api/v1/me/corrections/" + ScriptedCorrections.NUMBER + "/files";

    private final DoorsClient doors;

    CorrectionDoorIT(@LocalServerPort int port) {
        this.doors = new DoorsClient(port);
    }

    @Test
    void answersAsTheContractSays() {
        String file = Base64.getEncoder().encodeToString("%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII));

        assertValid("Correction", ask(WISH + ",\"truong\":\"ThuongTru\",\"tep\":\"" + file + "\""));
        assertValid("Corrections", call("GET /api/v1/me/corrections", ""));
        assertValid("CorrectionFiles", call("GET " + FILES, ""));
        RawHttp.Answer content = call("GET " + FILES + "/0", "");
        assertThat(content.headers()).containsEntry("Content-Disposition", "attachment");
        assertThat(content.body()).isEqualTo("%PDF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"truong\":\"HoTen\" | field_invalid | truong",
                "\"truong\":\"a b\" | field_invalid | truong",
                "\"truong\":\"ThuongTru\",\"tep\":\"!!\" | field_invalid | tep",
                "\"truong\":\"ThuongTru\",\"tep\":\"UEsDBA==\" | field_invalid | tep",
                "\"truong\":\"ThuongTru\",\"tep\":\"\" | field_invalid | tep",
                "\"truong\":\"ThuongTru\",\"la\":1 | field_unknown | *",
                "\"tep\":\"\" | field_missing | truong",
            })
    void refusesNamingTheField(String part, String code, String field) {
        RawHttp.Answer answer = ask(WISH + "," + part);

        assertThat(DoorsClient.code(answer)).as(answer.body()).isEqualTo(code);
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me/corrections/DC-222222222/files",
        "/api/v1/me/corrections/999000000001/files",
        "/api/v1/me/corrections/DC-7K3QX9PM4/files/x",
        "/api/v1/me/corrections/DC-7K3QX9PM4/files/-1"
    })
    void knowsNothingElse(String path) {
        assertThat(DoorsClient.code(call("GET " + path, ""))).isEqualTo("resource_unknown");
    }

    private RawHttp.Answer ask(String body) {
        return call("POST /api/v1/me/corrections", "{" + body + "}");
    }

    private RawHttp.Answer call(String startLine, String body) {
        return doors.send(
                startLine,
                body,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json",
                "DanCu-Citizen-Token: " + ScriptedCitizens.TOKEN,
                "DanCu-Citizen-Nonce: " + ScriptedCitizens.NONCE);
    }

    private static void assertValid(String schema, RawHttp.Answer answer) {
        assertThat(CONTRACT.findingsByName(schema, DoorsClient.json(answer)))
                .as(answer.body())
                .isEmpty();
    }
}
