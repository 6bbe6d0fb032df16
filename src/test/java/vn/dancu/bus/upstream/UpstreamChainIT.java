package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;

/** A bus in the role upstream that asks another bus over SOAP, as that one's partner. */
class UpstreamChainIT {

    private static RunningBus national;
    private static RunningBus hub;
    private static SoapClient asker;

    @BeforeAll
    static void start() {
        national = RunningBus.shared();
        hub = RunningBus.start(
                "--dancu.register.kind=upstream",
                "--dancu.upstream.national.dialect=official",
                "--dancu.upstream.national.address=http://127.0.0.1:"
                        + national.ports().http(),
                "--dancu.upstream.national.path=" + Signature.PATH,
                "--dancu.upstream.national.name-fields=true",
                "--dancu.upstream.national.account.username=h41-lgsp",
                "--dancu.upstream.national.account.secret-key=sandbox-h41");
        asker = new SoapClient(hub.ports().http(), "h41-lgsp", "sandbox-h41");
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    @Test
    void answersWithWhatTheOtherBusAnswers() {
        Person person = national.anybody();

        RawHttp.Answer answer = asker.lookUp(person, "chain-found");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(person.soDinhDanh()).contains("GhiChu=\"found\"");
    }

    /** Every kind of service: a record, a blood group, a household, whether there is such a person, what of a claim is right. */
    @ParameterizedTest
    @CsvSource({
        "TraCuuThongTinCongDan, ''",
        "CungCapThongTinNhomMau, ''",
        "CungCapThongTinHoGiaDinh, ''",
        "XacThucThongTinCongDan, ''",
        "XacMinhTinhTrangHonNhan, <dan:TinhTrangHonNhan>2</dan:TinhTrangHonNhan>",
        "XacMinhThongTinChuHo, <dan:ChuHo><dan:SoCMND>999000003</dan:SoCMND><dan:HoVaTen>KHONGPHAI</dan:HoVaTen></dan:ChuHo>",
        "XacMinhThongTinNhanThan, <dan:GioiTinh>1</dan:GioiTinh>"
    })
    void saysWhatTheOtherBusSaysWhenItIsAskedDirectly(String service, String claim) {
        SoapClient direct = new SoapClient(national.ports().http(), "h41-lgsp", "sandbox-h41");

        for (Person person : national.people().subList(0, 20)) {
            RawHttp.Answer here = asker.ask(service, question(person, service) + claim);
            RawHttp.Answer there = direct.ask(service, question(person, service) + claim);

            assertThat(there.status()).as(there.body()).isEqualTo(200);
            assertThat(here.status()).as(here.body()).isEqualTo(200);
            assertThat(withoutIdAndTime(here.body())).isEqualTo(withoutIdAndTime(there.body()));
        }
    }

    private static String question(Person person, String service) {
        String content = SoapClient.lookUpContent(person, "chain-" + UUID.randomUUID());
        String plain =
                service.startsWith("TraCuu") ? content : content.replace("<dan:MaTichHop>037</dan:MaTichHop>", "");
        return service.startsWith("XacThuc")
                ? plain.replace("<dan:MaDVC>1.001193</dan:MaDVC>", "<dan:MaDichVu>033</dan:MaDichVu>")
                        .replace(SoapClient.birth(person), "")
                : plain;
    }

    private static String withoutIdAndTime(String answer) {
        return answer.replaceAll("chain-[0-9a-f-]{36}", "-")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]{5})", "-")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "-");
    }

    @Test
    void recordsTheCallBeforeAndAfterBesideTheAnswerAndTheOtherSideItsOwn() {
        asker.lookUp(national.anybody(), "chain-recorded");

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(events(hub, "chain-recorded"))
                .extracting(event -> event.get("kind") + " " + event.get("result"))
                .containsExactlyInAnyOrder("CALL asked", "CALL found", "ANSWER found"));
        Map<String, Object> answer = one(hub, "chain-recorded", "ANSWER");
        Map<String, Object> ended = hub.jdbc()
                .sql(
                        "select event::jsonb -> 'data' ->> 'event' as event, event::jsonb -> 'data' ->> 'theirId' as theirs,"
                                + " event::jsonb -> 'data' ->> 'upstream' as upstream from audit.event"
                                + " where message_id = 'chain-recorded' and kind = 'CALL' and result = 'found'")
                .query()
                .singleRow();
        assertThat(ended).containsEntry("event", answer.get("id").toString()).containsEntry("upstream", "national");
        assertThat(ended.get("theirs"))
                .isEqualTo(one(national, "chain-recorded", "ANSWER").get("id").toString());
    }

    @Test
    void tellsThatNobodyHasThatNumber() {
        RawHttp.Answer answer =
                asker.lookUp(new Person("999000000000", null, "Nguyễn Văn Không", "1980-01-02"), "chain-nobody");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("GhiChu=\"not_found\"").doesNotContain("<CongDan>");
    }

    /** Whoever read the tables here would take nothing for an answer. */
    @Test
    void refusesWhatNeedsTheTablesOfTheRegister() {
        String secret = "sandbox-h41";
        int port = hub.ports().http();

        RawHttp.Answer list = Tokens.post(
                port,
                "list-requests",
                "h41-lgsp",
                secret,
                "{\"dichVu\":\"CungCapDanhSachTheoDiaPhuong\",\"maYeuCau\":\"chain-list\",\"maCanBo\":\"canbo01\","
                        + "\"dinhDang\":\"records\",\"tieuChi\":{\"maTinhThanh\":\"40\"}}");
        RawHttp.Answer changes = RawHttp.send(
                port,
                "GET /api/v1/changes",
                List.of("Authorization: Bearer " + Tokens.fetch(port, "h41-lgsp", secret)),
                new byte[0]);

        assertThat(list.body()).contains("not_in_this_role");
        assertThat(changes.status()).as(changes.body()).isEqualTo(404);
        assertThat(changes.body()).contains("not_in_this_role");
    }

    @Test
    void sendsTheRecordsOfCallsToKafkaAndTheSealsVerify() {
        asker.lookUp(national.anybody(), "chain-kafka");
        List<String> calls = events(hub, "chain-kafka").stream()
                .map(event -> event.get("id").toString())
                .toList();

        try (AuditEvents kafka = new AuditEvents(hub.ports().kafka())) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(kafka.ids()).containsAll(calls));
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(hub.jdbc()
                        .sql("select count(*) from audit.seal where kinds like '%O%'")
                        .query(Integer.class)
                        .single())
                .isPositive());
    }

    /** The policy of the hub holds although the other side would say more. */
    @Test
    void releasesNoMoreThanTheOwnPolicyAllows() {
        SoapClient portal = new SoapClient(hub.ports().http(), "g22-portal", "sandbox-g22");
        Person person = national.anybody();

        RawHttp.Answer answer = portal.lookUp(person, "chain-policy");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<Map<String, Object>> left = hub.jdbc()
                .sql(
                        "select event::jsonb -> 'data' ->> 'releasedFields' as released, event::jsonb -> 'data' ->> 'fields' as"
                                + " fields, kind from audit.event where message_id = 'chain-policy' and result <> 'asked'")
                .query()
                .listOfRows();
        assertThat(left)
                .allMatch(row -> !String.valueOf(row.get("released")).contains("TonGiao")
                        && !String.valueOf(row.get("fields")).contains("TonGiao"));
    }

    private static Map<String, Object> one(RunningBus bus, String message, String kind) {
        return events(bus, message).stream()
                .filter(event -> kind.equals(event.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> events(RunningBus bus, String message) {
        return bus.jdbc()
                .sql("select id, kind, result from audit.event where message_id = ?")
                .param(message)
                .query()
                .listOfRows();
    }
}
