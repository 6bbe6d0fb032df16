package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dancu.bus.citizen.access.AccessQuery;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.ScriptedAccessLog;
import vn.dancu.bus.fixtures.ScriptedCitizens;

/** The wire of the log of who looked, and of questions about a use, for citizens and for authorities. */
@AtTheDoors
class AccessDoorIT {

    private static final Contract CONTRACT = new Contract();
    private static final String ME = "/api/v1/me/access-log";
    private static final String OWN = ME + "/questions";
    private static final String RECEIVED = "/api/v1/access-questions";
    private static final String QUESTION =
            "{\"maSuKien\":\"" + ScriptedAccessLog.EVENT + "\",\"noiDung\":\"Tôi không có hồ sơ nào.\"}";

    private final ScriptedAccessLog log;
    private final DoorsClient doors;

    AccessDoorIT(@Autowired ScriptedAccessLog log, @LocalServerPort int port) {
        this.log = log;
        this.doors = new DoorsClient(port);
    }

    @Test
    void answersCitizensByTheContract() {
        assertValid("AccessLog", citizen("GET " + ME, ""), 200);
        assertValid("OwnQuestions", citizen("GET " + OWN, ""), 200);
        RawHttp.Answer first = citizen("GET " + OWN + "?limit=1", "");
        assertThat(DoorsClient.json(first).path("cauHoi")).hasSize(1);
        assertThat(DoorsClient.json(first).path("tiepTheo").asText()).isEqualTo(ScriptedAccessLog.NUMBER);
        assertValid("OwnQuestion", citizen("POST " + OWN, QUESTION), 201);
        assertThat(citizen("GET " + ME, "").body()).doesNotContain("q-1", "h41-lgsp");
    }

    @Test
    void answersAuthoritiesByTheContract() {
        assertValid("ReceivedQuestions", partner("GET " + RECEIVED + "?state=overdue", ""), 200);
        assertValid("ReceivedQuestion", partner("GET " + RECEIVED + "/" + ScriptedAccessLog.NUMBER, ""), 200);
        assertValid(
                "ReceivedQuestion",
                partner(
                        "POST " + RECEIVED + "/" + ScriptedAccessLog.NUMBER + "/answer",
                        "{\"ketLuan\":\"mistake\",\"traLoi\":\"Nhầm số.\"}"),
                200);
    }

    @Test
    void asksForTheDaysAndThePageThatWereNamed() {
        String cursor = "1795917784567000_" + ScriptedAccessLog.EVENT;

        citizen("GET " + ME + "?from=2026-01-31&until=2026-11-29&own=false&limit=1000&cursor=" + cursor, "");

        AccessQuery asked = log.asked();
        assertThat(asked).isNotNull();
        assertThat(asked.from()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(asked.until()).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(asked.own()).isFalse();
        assertThat(asked.limit()).isEqualTo(1000);
        assertThat(String.valueOf(asked.after())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET ?limit=0                            | `` | field_invalid    | limit",
                "GET ?limit=1001                         | `` | field_invalid    | limit",
                "GET ?limit=x                            | `` | field_invalid    | limit",
                "GET ?limit=%D9%A1                       | `` | field_invalid    | limit",
                "GET ?from=2026-02-30                    | `` | field_invalid    | from",
                "GET ?from=29/11/2026                    | `` | field_invalid    | from",
                "GET ?until=999999999-01-01              | `` | field_invalid    | until",
                "GET ?from=2026-11-29&until=2026-11-28   | `` | field_invalid    | until",
                "GET ?own=yes                            | `` | field_invalid    | own",
                "GET ?cursor=%27%20or%201=1              | `` | field_invalid    | cursor",
                "GET ?cursor=99999999999999999_x         | `` | field_invalid    | cursor",
                "GET /questions?limit=101                | `` | field_invalid    | limit",
                "POST /questions | {\"maSuKien\":\"1\",\"noiDung\":\"x\"}      | field_invalid    | maSuKien",
                "POST /questions | {\"noiDung\":\"x\"}                         | field_missing    | maSuKien",
                "POST /questions | {\"maSuKien\":\"3f1c8f0e-8c57-4a53-9a3e-2f6d0f1d7a10\"} | field_missing | noiDung",
                "POST /questions | {\"maSuKien\":\"3f1c8f0e-8c57-4a53-9a3e-2f6d0f1d7a11\",\"noiDung\":\"x\"} | resource_unknown |",
            })
    void refusesCitizensNamingTheField(String call, String body, String code, @Nullable String field) {
        String[] parts = call.split(" ");

        assertRefused(citizen(parts[0] + " " + ME + parts[1], body), code, field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET ?state=OPEN       | `` | field_invalid    | state",
                "GET ?limit=501        | `` | field_invalid    | limit",
                "GET /CH-OTHER         | `` | resource_unknown |",
                "POST /CH-1/answer     | {\"ketLuan\":\"x\",\"traLoi\":\"x\"} | field_invalid    | ketLuan",
                "POST /CH-1/answer     | {\"ketLuan\":\"lawful\"}             | field_missing    | traLoi",
                "DELETE /CH-1/answer   | `` | method_not_allowed | method",
            })
    void refusesAuthoritiesNamingTheField(String call, String body, String code, @Nullable String field) {
        String[] parts = call.split(" ");

        assertRefused(partner(parts[0] + " " + RECEIVED + parts[1], body), code, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET " + ME, "GET " + OWN})
    void showsNothingWithoutACitizen(String call) {
        assertThat(DoorsClient.code(partner(call, ""))).isEqualTo("citizen_token_missing");
    }

    @Test
    void showsNothingWithoutACredential() {
        assertThat(DoorsClient.code(doors.send("GET " + RECEIVED, ""))).isEqualTo("credentials_missing");
    }

    private RawHttp.Answer citizen(String call, String body) {
        return send(
                call,
                body,
                "DanCu-Citizen-Token: " + ScriptedCitizens.TOKEN,
                "DanCu-Citizen-Nonce: " + ScriptedCitizens.NONCE);
    }

    private RawHttp.Answer partner(String call, String body) {
        return send(call, body);
    }

    private RawHttp.Answer send(String call, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Authorization: Bearer " + doors.token());
        if (!body.isEmpty()) {
            all.add("Content-Type: application/json");
        }
        return doors.send(call, body, all.toArray(String[]::new));
    }

    private static void assertRefused(RawHttp.Answer answer, String code, @Nullable String field) {
        assertThat(DoorsClient.code(answer)).as(answer.body()).isEqualTo(code);
        assertThat(DoorsClient.json(answer).path("field").asText()).isEqualTo(field == null ? "" : field);
        assertThat(CONTRACT.findingsByName("Problem", DoorsClient.json(answer))).isEmpty();
    }

    private static void assertValid(String schema, RawHttp.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(CONTRACT.findingsByName(schema, DoorsClient.json(answer)))
                .as(answer.body())
                .isEmpty();
    }
}
