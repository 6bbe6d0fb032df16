package vn.dancu.bus.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.GovernedPartner;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;

/** A hub whose own askers ask another bus, by the hub's mapping and shares; it may keep answers. */
class HubRoleIT {

    private static final String BASIS = "Điều 41 Quy chế phối hợp, bản thử nghiệm";

    private static RunningBus national;
    private static RunningBus hub;
    private static GovernedPartner asker;
    private static Desk operator;

    @BeforeAll
    static void start() {
        national = RunningBus.shared();
        hub = RunningBus.start(
                "--dancu.register.kind=upstream",
                "--dancu.hub.identities=mapped",
                "--dancu.hub.kept-answers.validity=10m",
                "--dancu.hub.kept-answers.legal-basis=" + BASIS,
                "--dancu.hub.kept-answers.services=TraCuuThongTinCongDan",
                "--dancu.hub.kept-answers.fields=GioiTinh",
                "--dancu.upstream.national.dialect=official",
                "--dancu.upstream.national.address=http://127.0.0.1:"
                        + national.ports().http(),
                "--dancu.upstream.national.path=" + Signature.PATH,
                "--dancu.upstream.national.name-fields=true",
                "--dancu.upstream.national.account.username=h41-lgsp",
                "--dancu.upstream.national.account.secret-key=sandbox-h41");
        asker = GovernedPartner.enrol(hub, "so-tu-phap");
        asker.publish(GovernedPartner.rights(Map.of(), "HoVaTen", "GioiTinh"));
        operator = Desk.at(hub.ports().http(), Desk.Sandbox.OPERATOR);
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    /** One story: each part rests on the one before. */
    @Test
    void asksAsSomebodyWhomTheNationalSideKnows() {
        RawHttp.Answer unmapped = ask("hub-1", "");
        assertThat(code(unmapped)).isEqualTo("officer_not_mapped");
        assertThat(GovernedPartner.json(unmapped).path("field").asText()).isEqualTo("MaCanBo");
        assertThat(unmapped.body()).doesNotContain("canbo01");

        map(0, line("MaCanBo", "*", "canbo02"));
        assertThat(code(ask("hub-2", ""))).isEqualTo("procedure_not_mapped");
        assertThat(calls("hub-2")).as("nothing left").isZero();

        map(1, line("MaDVC", "1.001193", "VPCP"));
        RawHttp.Answer answered = ask("hub-3", "");
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        assertThat(there("hub-3")).containsEntry("officer", "canbo02").containsEntry("procedure", "VPCP");
        assertThat(call("hub-3")).contains("\"mappingVersion\":2", "\"officerThere\":\"canbo02\"");

        takesAPermitOfItsShare();
        keepsWhatTheBasisCovers();
    }

    private void takesAPermitOfItsShare() {
        split(0, 2);
        assertThat(ask("hub-4", "").status()).isEqualTo(200);
        assertThat(ask("hub-5", "").status()).isEqualTo(200);
        RawHttp.Answer refused = ask("hub-6", "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(code(refused)).isEqualTo("quota_exceeded");
        assertThat(calls("hub-6")).isZero();
        assertThat(operator.get("hub-shares/use").body().at("/items/0/inDay").asInt())
                .isEqualTo(2);
        split(1, 3);
    }

    private void keepsWhatTheBasisCovers() {
        RawHttp.Answer first = ask("hub-7", "GioiTinh");
        RawHttp.Answer again = ask("hub-8", "GioiTinh");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(calls("hub-8")).isZero();
        assertThat(event("hub-8", "keptUnder")).isEqualTo(BASIS);
        assertThat(event("hub-7", "keptUnder")).isNull();
        assertThat(GovernedPartner.json(again).path("thoiDiemDuLieu"))
                .isEqualTo(GovernedPartner.json(first).path("thoiDiemDuLieu"));
        assertThat(code(ask("hub-9", "")))
                .as("other fields, and no permit left")
                .isEqualTo("quota_exceeded");

        map(2, line("MaCanBo", "canbo01", "canbo01"));
        assertThat(code(ask("hub-10", "GioiTinh")))
                .as("another officer there: nothing is kept for that one")
                .isEqualTo("quota_exceeded");
    }

    private static RawHttp.Answer ask(String id, String fields) {
        Person person = national.anybody();
        String body = "{\"maYeuCau\":\"" + id + "\",\"maDVC\":\"1.001193\",\"maCanBo\":\"canbo01\",\"soDinhDanh\":\""
                + person.soDinhDanh() + "\",\"hoVaTen\":\"" + person.hoVaTen() + "\",\"ngaySinh\":\""
                + person.ngaySinh() + "\""
                + (fields.isEmpty() ? "" : ",\"truong\":[\"" + fields + "\"]") + "}";
        int port = hub.ports().http();
        return GovernedPartner.call(port, asker.token(port), "POST /api/v1/citizens/lookup", body);
    }

    private static void map(long base, Map<String, String> line) {
        assertThat(operator.send(
                                "POST",
                                "hub-mappings/" + asker.id() + "/changes",
                                Map.of("base", base, "reason", "thử", "set", List.of(line)))
                        .status())
                .isEqualTo(200);
    }

    private static void split(long base, long perDay) {
        assertThat(operator.send(
                                "POST",
                                "hub-shares",
                                Map.of(
                                        "base",
                                        base,
                                        "reason",
                                        "thử",
                                        "perMinute",
                                        1000,
                                        "perDay",
                                        perDay,
                                        "shares",
                                        List.of()))
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, String> line(String field, String local, String there) {
        return Map.of("field", field, "local", local, "national", there);
    }

    private static String code(RawHttp.Answer answer) {
        return GovernedPartner.json(answer).path("code").asText();
    }

    private static long calls(String message) {
        return hub.jdbc()
                .sql("select count(*) from audit.event where message_id = ? and kind = 'CALL'")
                .param(message)
                .query(Long.class)
                .single();
    }

    private static String call(String message) {
        return hub.jdbc()
                .sql("select event::text from audit.event where message_id = ? and kind = 'CALL' and result = 'asked'")
                .param(message)
                .query(String.class)
                .single();
    }

    private static Object event(String message, String member) {
        return hub.jdbc()
                .sql("select event::jsonb -> 'data' ->> ? as value from audit.event"
                        + " where message_id = ? and kind = 'ANSWER'")
                .params(member, message)
                .query()
                .singleRow()
                .get("value");
    }

    /** What the national side recorded of it. */
    private static Map<String, Object> there(String message) {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> national.jdbc()
                                .sql("select count(*) from audit.event where message_id = ?")
                                .param(message)
                                .query(Long.class)
                                .single()
                        > 0);
        return Objects.requireNonNull(national.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'officer' as officer,"
                        + " event::jsonb -> 'data' ->> 'procedure' as procedure from audit.event where message_id = ?")
                .param(message)
                .query()
                .singleRow());
    }
}
