package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedCitizens;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;

/** The wire of the citizens' door: its two tokens, what it asks, and how it refuses. */
@AtTheDoors
class CitizenDoorIT {

    private static final Contract CONTRACT = new Contract();
    private static final String TOKEN = "DanCu-Citizen-Token: " + ScriptedCitizens.TOKEN;
    private static final String NONCE = "DanCu-Citizen-Nonce: " + ScriptedCitizens.NONCE;

    private final ScriptedInquiries inquiries;
    private final ScriptedCitizens citizens;
    private final DoorsClient doors;
    private final int port;
    private volatile @Nullable CitizenQuery asked;

    CitizenDoorIT(
            @Autowired ScriptedInquiries inquiries, @Autowired ScriptedCitizens citizens, @LocalServerPort int port) {
        this.inquiries = inquiries;
        this.citizens = citizens;
        this.doors = new DoorsClient(port);
        this.port = port;
    }

    @BeforeEach
    void answerInFull() {
        inquiries.answer(query -> {
            asked = query;
            return FullAnswers.full(query);
        });
    }

    @Test
    void asksForTheCitizenOfTheTokenAlone() {
        RawHttp.Answer answer = ask("GET /api/v1/me/record?fields=HoVaTen,ThuongTru&fields=Cha", TOKEN, NONCE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(CONTRACT.findingsByName("CitizenAnswer", DoorsClient.json(answer)))
                .isEmpty();
        assertThat(answer.headers()).containsKeys("DanCu-Event-Id", "DanCu-Result-Status");
        CitizenQuery query = Objects.requireNonNull(asked);
        assertThat(query.operation()).isEqualTo(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN);
        assertThat(query.number()).isEqualTo(ScriptedCitizens.CITIZEN);
        assertThat(query.officer()).isEqualTo("cong-dan");
        assertThat(String.valueOf(query.purpose())).isEqualTo("tra-cuu-ban-than");
        assertThat(query.asked())
                .containsExactlyInAnyOrder(
                        CitizenFields.HO_VA_TEN.path(), CitizenFields.THUONG_TRU.path(), CitizenFields.CHA.path());
    }

    @Test
    void asksForTheHousehold() {
        RawHttp.Answer answer = ask("GET /api/v1/me/household", TOKEN, NONCE);

        assertThat(CONTRACT.findingsByName("HouseholdAnswer", DoorsClient.json(answer)))
                .isEmpty();
        assertThat(Objects.requireNonNull(asked).operation())
                .isEqualTo(PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH);
    }

    @Test
    void asksForAChildAndRefusesEverybodyElseAlike() {
        RawHttp.Answer child = post("{\"soDinhDanh\":\"999000000002\",\"truong\":[\"HoVaTen\"]}");
        CitizenQuery query = Objects.requireNonNull(asked);
        RawHttp.Answer self = post("{\"soDinhDanh\":\"999000000001\"}");
        RawHttp.Answer nobody = post("{\"soDinhDanh\":\"999000000003\"}");

        assertThat(child.status()).as(child.body()).isEqualTo(200);
        assertThat(query.number()).isEqualTo(ScriptedCitizens.CHILD);
        assertRefused(self, 403, "relation_not_recorded");
        assertThat(withoutOccurrence(nobody)).isEqualTo(withoutOccurrence(self));
    }

    @Test
    void listsForWhomTheCitizenMayAsk() {
        RawHttp.Answer answer = ask("GET /api/v1/me/relations", TOKEN, NONCE);

        assertThat(CONTRACT.findingsByName("RelationList", DoorsClient.json(answer)))
                .isEmpty();
        assertThat(answer.body())
                .isEqualTo("{\"nguoiLienQuan\":[{\"quanHe\":\"parent\",\"soDinhDanh\":\"999000000002\","
                        + "\"hoVaTen\":\"Nguyễn Văn Mẫu\"}]}");
        assertRefused(ask("GET /api/v1/me/relations", NONCE), 401, "citizen_token_missing");
    }

    @Test
    void stopsTheChannelOfTextMessagesAndOpensItAgain() {
        RawHttp.Answer stopped = change("{\"mo\":false}");
        RawHttp.Answer shown = ask("GET /api/v1/me/sms", TOKEN, NONCE);
        RawHttp.Answer opened = change("{\"mo\":true}");

        for (RawHttp.Answer answer : List.of(stopped, shown, opened)) {
            assertThat(CONTRACT.findingsByName("SmsChannel", DoorsClient.json(answer)))
                    .isEmpty();
        }
        assertThat(shown.body()).isEqualTo(stopped.body()).contains("\"mo\":false", "ngungTu");
        assertThat(opened.body()).isEqualTo("{\"mo\":true}");
        assertRefused(change("{\"mo\":\"true\"}"), 400, "field_invalid");
        assertRefused(change("{}"), 400, "field_missing");
        assertRefused(ask("GET /api/v1/me/sms", NONCE), 401, "citizen_token_missing");
    }

    @Test
    void wantsBothHeadersOnce() {
        assertRefused(ask("GET /api/v1/me/record", NONCE), 401, "citizen_token_missing");
        assertRefused(ask("GET /api/v1/me/record", "DanCu-Citizen-Token: ", NONCE), 401, "citizen_token_missing");
        assertRefused(ask("GET /api/v1/me/record", TOKEN, TOKEN, NONCE), 400, "header_invalid");
        assertRefused(ask("GET /api/v1/me/record", TOKEN), 400, "header_invalid");
        assertRefused(ask("GET /api/v1/me/record", TOKEN, NONCE, NONCE), 400, "header_invalid");
        assertRefused(ask("GET /api/v1/me/record", TOKEN, "DanCu-Citizen-Nonce: short"), 400, "header_invalid");
        assertRefused(ask("GET /api/v1/me/record", TOKEN, "DanCu-Citizen-Nonce: mã ngẫu nhiên"), 400, "header_invalid");
    }

    @Test
    void saysWhichOfTheTwoTokensIsWrong() {
        RawHttp.Answer citizen = ask("GET /api/v1/me/record", "DanCu-Citizen-Token: x.y.z", NONCE);
        RawHttp.Answer partner = doors.send("GET /api/v1/me/record", "", "Authorization: Bearer x.y.z", TOKEN, NONCE);

        assertRefused(citizen, 401, "citizen_token_invalid");
        assertThat(citizen.headers()).containsEntry("WWW-Authenticate", "DanCu-Citizen-Token realm=\"dancu\"");
        assertRefused(partner, 401, "token_invalid");
        assertThat(partner.headers().get("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void isClosedToPartnersThatNoIssuerNames() {
        assertRefused(
                doors.send(
                        "GET /api/v1/me/record",
                        "",
                        "Authorization: Bearer " + Tokens.fetch(port, "p01-signs", "a%2Bb%25c%2541"),
                        TOKEN,
                        NONCE),
                403,
                "channel_closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD /api/v1/me/record", "PUT /api/v1/me/record", "DELETE /api/v1/me/household"})
    void refusesOtherMethods(String call) {
        RawHttp.Answer answer = ask(call, TOKEN, NONCE);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsKey("Allow");
    }

    @Test
    void namesItsMethodsAndIsClosedToPagesOfOtherSites() {
        RawHttp.Answer options = ask("OPTIONS /api/v1/me/record");
        RawHttp.Answer preFlight =
                ask("OPTIONS /api/v1/me/record", "Origin: https://example.vn", "Access-Control-Request-Method: GET");

        assertThat(options.headers().get("Allow")).contains("GET");
        assertRefused(preFlight, 400, "header_invalid");
        assertThat(preFlight.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HoTen", "", "HoVaTen,,Cha", "%00", "HoVaTen%20OR%201"})
    void refusesFieldsThatDoNotExist(String fields) {
        assertRefused(ask("GET /api/v1/me/record?fields=" + fields, TOKEN, NONCE), 400, "field_invalid");
    }

    /** The level is that of the address, however its path is written. */
    @ParameterizedTest
    @ValueSource(strings = {"household", "%68ousehold", "hous%65hold"})
    void asksForTheLevelOfTheAddress(String path) {
        ask("GET /api/v1/me/" + path, TOKEN, NONCE);
        int household = citizens.lastLevel();
        ask("GET /api/v1/me/record", TOKEN, NONCE);

        assertThat(household).isEqualTo(2);
        assertThat(citizens.lastLevel()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me/record", "/api/v1/%6de/record", "/%61pi/v1/me/record"})
    void recordsARefusalUnderThisDoorHoweverThePathIsWritten(String path) {
        inquiries.forget();

        assertRefused(doors.send("GET " + path, "", "Authorization: Bearer x.y.z"), 401, "token_invalid");

        assertThat(inquiries.refusals())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.contact().door()).isEqualTo("me"));
    }

    @Test
    void doesNotKnowTheDoorItself() {
        assertRefused(ask("GET /api/v1/me", TOKEN, NONCE), 404, "resource_unknown");
        assertRefused(ask("GET /api/v1/me/everything", TOKEN, NONCE), 404, "resource_unknown");
    }

    private RawHttp.Answer post(String body) {
        return doors.send(
                "POST /api/v1/me/related-persons/record",
                body,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json",
                TOKEN,
                NONCE);
    }

    private RawHttp.Answer change(String body) {
        return doors.send(
                "PUT /api/v1/me/sms",
                body,
                "Authorization: Bearer " + doors.token(),
                "Content-Type: application/json",
                TOKEN,
                NONCE);
    }

    private RawHttp.Answer ask(String call, String... headers) {
        List<String> lines = new ArrayList<>(List.of("Authorization: Bearer " + doors.token()));
        lines.addAll(List.of(headers));
        return doors.send(call, "", lines.toArray(String[]::new));
    }

    private static void assertRefused(RawHttp.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(DoorsClient.json(answer).path("code").asText()).isEqualTo(code);
        assertThat(CONTRACT.findingsByName("Problem", DoorsClient.json(answer))).isEmpty();
    }

    private static String withoutOccurrence(RawHttp.Answer answer) {
        return answer.body().replaceFirst("\"occurrence\":\"[^\"]+\"", "");
    }
}
