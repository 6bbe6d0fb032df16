package vn.dancu.bus.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;

/** The whole bus through its REST door: what real rooms answer keeps to the contract. */
class RestOnTheBusIT {

    private static final Contract CONTRACT = new Contract();
    private static final RunningBus BUS = RunningBus.shared();

    private final DoorsClient doors = new DoorsClient(BUS.ports().http());

    @ParameterizedTest
    @CsvSource({
        "h41-lgsp,   sandbox-h41, /api/v1/citizens/lookup,   CitizenAnswer",
        "h41-lgsp,   sandbox-h41, /api/v1/citizens/verify,   ExistenceAnswer",
        "h41-lgsp,   sandbox-h41, /api/v1/households/lookup, HouseholdAnswer",
        "g22-portal, sandbox-g22, /api/v1/citizens/lookup,   CitizenAnswer"
    })
    void answersByTheContract(String partner, String secret, String path, String schema) {
        String token = Tokens.fetch(BUS.ports().http(), partner, secret);

        for (Person person : BUS.people().subList(0, 40)) {
            RawHttp.Answer answer = doors.ask(path, token, question(person));

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode body = DoorsClient.json(answer);
            assertThat(CONTRACT.findingsByName(schema, body)).isEmpty();
            assertThat(answer.headers())
                    .containsEntry("DanCu-Result-Status", body.path("trangThai").asText())
                    .containsKey("DanCu-Event-Id");
        }
    }

    @Test
    void releasesFewerFieldsToThePortalThanToTheProvince() {
        Person person = BUS.anybody();

        Set<String> province = fields("h41-lgsp", "sandbox-h41", person);
        Set<String> portal = fields("g22-portal", "sandbox-g22", person);

        assertThat(province).containsAll(portal).hasSizeGreaterThan(portal.size());
        assertThat(portal).isNotEmpty();
    }

    @Test
    void keepsTheAuditEventThatTheHeaderNames() {
        String token = Tokens.fetch(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        RawHttp.Answer answer = doors.ask(DoorsClient.LOOKUP, token, question(BUS.anybody()));
        RawHttp.Answer refusal = doors.ask(DoorsClient.LOOKUP, token, "{");

        List<String> ids = new ArrayList<>();
        ids.add(answer.headers().get("DanCu-Event-Id"));
        ids.add(DoorsClient.json(refusal).path("occurrence").asText());
        assertThat(ids).allSatisfy(id -> assertThat(BUS.jdbc()
                        .sql("select count(*) from audit.event where id = cast(:id as uuid)")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
    }

    @Test
    void registersAnOfficerWhoseCodeHoldsAnAt() {
        String token = Tokens.fetch(BUS.ports().http(), "h41-lgsp", "sandbox-h41");
        String authorization = "Authorization: Bearer " + token;

        RawHttp.Answer put =
                doors.send("PUT /api/v1/officers/can.bo@tinh", "{}", authorization, "Content-Type: application/json");
        RawHttp.Answer removed = doors.send("DELETE /api/v1/officers/can.bo%40tinh", "", authorization);

        assertThat(DoorsClient.json(put).path("maCanBo").asText()).isEqualTo("can.bo@tinh");
        assertThat(removed.status()).isEqualTo(204);
    }

    private Set<String> fields(String partner, String secret, Person person) {
        String token = Tokens.fetch(BUS.ports().http(), partner, secret);
        JsonNode answer = DoorsClient.json(doors.ask(DoorsClient.LOOKUP, token, question(person)));
        Set<String> fields = new TreeSet<>();
        answer.at("/congDan/0").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static String question(Person person) {
        return """
               {"maYeuCau":"rest-1","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                .formatted(person.soDinhDanh(), person.hoVaTen(), person.ngaySinh());
    }
}
