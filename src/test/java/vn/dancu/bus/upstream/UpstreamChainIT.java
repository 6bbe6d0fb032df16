package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Signature;
import vn.dancu.bus.fixtures.SoapClient;

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
