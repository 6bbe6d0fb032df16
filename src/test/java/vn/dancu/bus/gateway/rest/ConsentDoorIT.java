package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedCitizens;

/** Consent at the doors: an organisation asks, the citizen decides, and nothing shows who exists. */
@AtTheDoors
class ConsentDoorIT {

    private static final Contract CONTRACT = new Contract();
    private static final String TOKEN = "DanCu-Citizen-Token: " + ScriptedCitizens.TOKEN;
    private static final String NONCE = "DanCu-Citizen-Nonce: " + ScriptedCitizens.NONCE;
    private static final String CITIZEN = "999000000001";
    private static final String NOBODY = "999000009999";

    private final DoorsClient doors;

    ConsentDoorIT(@LocalServerPort int port) {
        this.doors = new DoorsClient(port);
    }

    @Test
    void isAskedByTheOrganisationAndDecidedByTheCitizen() {
        String id = asked(ask(CITIZEN, "dq-1")).path("id").asText();
        JsonNode own = own(id);
        assertThat(own.path("loiHoi").path("noiDung").asText()).contains("Họ, chữ đệm và tên", "Mở tài khoản");
        assertThat(own.path("truong").get(0).path("ten").asText()).isEqualTo("Họ, chữ đệm và tên");

        assertValid("OwnConsent", step(id, "give", "{\"phienBan\":\"1\",\"truong\":[\"HoVaTen\"]}"));

        JsonNode seen = DoorsClient.json(doors.get("/api/v1/consent-requests/" + id, doors.token()));
        assertThat(CONTRACT.findingsByName("ConsentRequest", seen)).isEmpty();
        assertThat(seen.path("trangThai").asText()).isEqualTo("given");
        assertThat(seen.path("truongDongY").toString()).isEqualTo("[\"HoVaTen\"]");
        assertThat(seen.toString()).doesNotContain(CITIZEN);
        assertValid("OwnConsent", step(id, "withdraw", ""));
        assertThat(own(id).path("trangThai").asText()).isEqualTo("withdrawn");
        assertThat(DoorsClient.code(step(id, "refuse", ""))).isEqualTo("move_not_allowed");
    }

    @Test
    void answersAlikeForACitizenAndForNobody() {
        JsonNode citizen = asked(ask(CITIZEN, "dq-2"));
        JsonNode nobody = asked(ask(NOBODY, "dq-3"));

        assertThat(shape(nobody)).isEqualTo(shape(citizen));
        assertThat(nobody.path("trangThai").asText()).isEqualTo("requested");
    }

    @Test
    void listsChangesPageByPage() {
        asked(ask(NOBODY, "dq-4"));
        JsonNode all = DoorsClient.json(doors.get("/api/v1/consent-requests", doors.token()));
        assertThat(CONTRACT.findingsByName("ConsentRequests", all)).isEmpty();
        JsonNode last = all.path("yeuCau").get(all.path("yeuCau").size() - 1);

        JsonNode rest = DoorsClient.json(doors.get(
                "/api/v1/consent-requests?since=" + last.path("thoiDiemThayDoi").asText() + "&after="
                        + last.path("id").asText(),
                doors.token()));

        assertThat(rest.path("yeuCau")).isEmpty();
    }

    @Test
    void keepsTheDecisionToTheCitizen() {
        String id = asked(ask(NOBODY, "dq-5")).path("id").asText();

        assertThat(DoorsClient.code(step(id, "give", "{\"phienBan\":\"1\"}"))).isEqualTo("resource_unknown");
        assertThat(DoorsClient.code(step(UUID.randomUUID().toString(), "refuse", "")))
                .isEqualTo("resource_unknown");
        assertThat(DoorsClient.code(step(CITIZEN, "withdraw", ""))).isEqualTo("resource_unknown");
        assertThat(DoorsClient.code(doors.send(
                        "POST /api/v1/me/consents/" + id + "/give", "{}", "Authorization: Bearer " + doors.token())))
                .isEqualTo("citizen_token_missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"soDinhDanh\":\"99900000000\" | field_invalid | soDinhDanh",
                "\"soDinhDanh\":\"９９９００００００００１\" | field_invalid | soDinhDanh",
                "\"mucDich\":\"giai-quyet-tthc\" | purpose_not_allowed | mucDich",
                "\"mucDich\":\"\" | field_invalid | mucDich",
                "\"truong\":[\"TonGiao\"] | field_invalid | truong",
                "\"truong\":[] | field_invalid | truong",
                "\"truong\":[\"../x\"] | field_invalid | truong",
                "\"soNgay\":0 | field_invalid | soNgay",
                "\"soNgay\":366 | field_invalid | soNgay",
                "\"soNgay\":\"3\" | field_invalid | soNgay",
                "\"lyDo\":\"khách 999000000001\" | field_invalid | lyDo",
                "\"lyDo\":\"\" | field_invalid | lyDo",
                "\"maYeuCau\":\"999000000001\" | field_invalid | maYeuCau",
                "\"maYeuCau\":\"a b\" | field_invalid | maYeuCau",
                "\"la\":1 | field_unknown | *",
            })
    void refusesNamingTheField(String part, String code, @Nullable String field) {
        String name = part.substring(0, part.indexOf(':'));
        List<String> parts = new ArrayList<>();
        for (String one : body(NOBODY, "dq-x")) {
            if (!one.startsWith(name)) {
                parts.add(one);
            }
        }
        parts.add(part);

        RawHttp.Answer answer = post("/api/v1/consent-requests", "{" + String.join(",", parts) + "}");

        assertThat(DoorsClient.code(answer)).as(answer.body()).isEqualTo(code);
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo(field);
        assertThat(answer.body()).doesNotContain("999000000001");
    }

    private static List<String> body(String person, String reference) {
        return List.of(
                "\"maYeuCau\":\"" + reference + "\"",
                "\"soDinhDanh\":\"" + person + "\"",
                "\"mucDich\":\"chu-the-dong-y\"",
                "\"truong\":[\"HoVaTen\",\"ThuongTru\"]",
                "\"soNgay\":90",
                "\"lyDo\":\"Mở tài khoản\"");
    }

    private RawHttp.Answer ask(String person, String reference) {
        return post("/api/v1/consent-requests", "{" + String.join(",", body(person, reference)) + "}");
    }

    private JsonNode asked(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(CONTRACT.findingsByName("ConsentRequest", DoorsClient.json(answer)))
                .isEmpty();
        return DoorsClient.json(answer);
    }

    private JsonNode own(String id) {
        RawHttp.Answer answer =
                doors.send("GET /api/v1/me/consents", "", "Authorization: Bearer " + doors.token(), TOKEN, NONCE);
        assertThat(CONTRACT.findingsByName("OwnConsents", DoorsClient.json(answer)))
                .isEmpty();
        for (JsonNode one : DoorsClient.json(answer).path("dongY")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("The citizen does not see consent " + id);
    }

    private RawHttp.Answer step(String id, String step, String body) {
        return doors.send(
                "POST /api/v1/me/consents/" + id + "/" + step,
                body,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json",
                TOKEN,
                NONCE);
    }

    private RawHttp.Answer post(String path, String body) {
        return doors.send(
                "POST " + path, body, "Authorization: Bearer " + doors.token(), "Content-Type: application/json");
    }

    private static String shape(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return String.join(",", names);
    }

    private static void assertValid(String schema, RawHttp.Answer answer) {
        assertThat(CONTRACT.findingsByName(schema, DoorsClient.json(answer)))
                .as(answer.body())
                .isEmpty();
    }
}
