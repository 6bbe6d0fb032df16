package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.consent.Consent;
import vn.dancu.bus.consent.ConsentProposal;
import vn.dancu.bus.consent.ConsentRequests;
import vn.dancu.bus.consent.Consents;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SecondInstance;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.sandbox.server.SandboxServers;

/**
 * Two instances on one database: what is suspended at the desk of one is refused at every door of the other. The measured
 * delays are written to {@code target/standing-drill.txt}.
 */
class StandingDrillIT {

    private static final Path REPORT = Path.of("target/standing-drill.txt");
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final String PARTNER = "h41-lgsp";
    private static final String SECRET = "sandbox-h41";
    private static final RunningBus FIRST = RunningBus.start();
    private static final SecondInstance SECOND = SecondInstance.beside(FIRST);
    private static final Person PERSON = FIRST.anybody();
    private static final Desk OPERATOR = Desk.at(FIRST.ports().http(), Desk.Sandbox.OPERATOR);

    @AfterAll
    static void stop() {
        SECOND.close();
        FIRST.close();
    }

    @Test
    void refusesAtEveryDoorOfTheOtherInstanceWithinTheTimePromised() {
        String bearer = Tokens.fetch(SECOND.http(), PARTNER, SECRET);
        String suspension = suspend();
        measured("suspended, all as usual", bearer, true);
        resume(suspension);
        measured("resumed, all as usual", bearer, false);
    }

    @Test
    void doesSoAlsoWhenTheOtherInstanceHearsNothing() {
        String bearer = Tokens.fetch(SECOND.http(), PARTNER, SECRET);
        FIRST.jdbc()
                .sql("alter table partner.revision disable trigger partner_announces")
                .update();
        try {
            String suspension = suspend();
            measured("suspended, no notification sent", bearer, true);
            resume(suspension);
            measured("resumed, no notification sent", bearer, false);
        } finally {
            FIRST.jdbc()
                    .sql("alter table partner.revision enable trigger partner_announces")
                    .update();
        }
        assertThat(FIRST.jdbc()
                        .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where query = 'listen dancu_changed'")
                        .query(Boolean.class)
                        .list())
                .as("listening connections were cut")
                .hasSizeGreaterThanOrEqualTo(2);
        String suspension = suspend();
        measured("suspended, listening connections cut", bearer, true);
        resume(suspension);
        measured("resumed, listening connections cut", bearer, false);
    }

    @Test
    void stopsTheQueueOfAHubWhoseSecretsHaveEnded() {
        FIRST.jdbc()
                .sql("update partner.credential set valid_until = now() where partner = :partner")
                .param("partner", PARTNER)
                .update();
        try {
            await().atMost(PROMISED).untilAsserted(() -> assertThat(queueSays("credential_expired", true))
                    .isTrue());
        } finally {
            FIRST.jdbc()
                    .sql("update partner.credential set valid_until = null where partner = :partner")
                    .param("partner", PARTNER)
                    .update();
        }
        await().atMost(PROMISED).untilAsserted(() -> assertThat(queueSays("credential_expired", false))
                .isTrue());
    }

    @Test
    void tellsTheHubOnceAlsoWhenTheBrokerWasAway() {
        FIRST.bean(SandboxServers.class).artemis().stop();
        String suspension;
        try {
            suspension = suspend();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(pending(suspension)).isNotBlank());
        } finally {
            FIRST.bean(SandboxServers.class).artemis().start();
        }
        resume(suspension);

        Set<String> expected = Set.of(noticeId("suspended/" + suspension), noticeId("resumed/" + suspension));
        List<String> ids = new ArrayList<>();
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            notices().forEach(notice -> ids.add(notice.path("id").asText()));
            assertThat(ids).containsAll(expected);
            assertThat(unsent()).isZero();
        });
        Balance.of(
                        "notice-broker-away",
                        expected,
                        ids.stream().filter(expected::contains).toList())
                .written();
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** Nobody has to tell an instance of it: the very next question of each is decided by what stands in the database. */
    @Test
    void refusesAtTheOtherInstanceAtOnceWhatAPersonTookBack() {
        PersonalId person = PersonalId.soDinhDanh(PERSON.soDinhDanh());
        PartnerId bank = new PartnerId("z99-ngan-hang");
        SoapClient asker = new SoapClient(SECOND.http(), bank.value(), "sandbox-z99");
        Consent.Channel portal = new Consent.Channel(new PartnerId("g22-portal"), "portal_account", "portal", "LoA2");
        for (int i = 0; i < 3; i++) {
            ConsentProposal proposal = new ConsentProposal(
                    "hop-dong-" + i,
                    person,
                    new Purpose("chu-the-dong-y"),
                    Set.of(FieldPath.of("HoVaTen")),
                    30,
                    "Mở tài khoản");
            Consent asked = FIRST.bean(ConsentRequests.class).ask(bank, proposal);
            assertThat(asker.lookUp(PERSON).body()).contains("consent_missing");
            Consents people = (i % 2 == 0 ? FIRST.bean(Consents.class) : SECOND.bean(Consents.class));

            people.give(List.of(person), asked.id(), asked.shown().version(), null, portal);
            assertThat(asker.lookUp(PERSON).body()).doesNotContain("consent_missing");
            people.withdraw(List.of(person), asked.id(), portal);

            assertThat(asker.lookUp(PERSON).body()).contains("consent_missing");
        }
    }

    private static String suspend() {
        Desk.Answer answer = OPERATOR.send(
                "POST",
                "suspensions",
                Map.of(
                        "partner", PARTNER,
                        "ground", "breach",
                        "reason", "máy chủ của hub dùng chung một tài khoản",
                        "returnCondition", "mỗi cán bộ một tài khoản"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static void resume(String suspension) {
        Desk.Answer answer =
                OPERATOR.send("POST", "suspensions/" + suspension + "/resume", Map.of("evidence", "văn bản 12/CV"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
    }

    /** Waits at every door at once until it says what is expected, and writes down how long that took. */
    private static void measured(String what, String bearer, boolean refused) {
        Map<String, BooleanSupplier> doors = new LinkedHashMap<>();
        doors.put("SOAP", () -> soap().contains("partner_suspended") == refused);
        doors.put(
                "REST token",
                () -> Tokens.ask(SECOND.http(), PARTNER, SECRET).body().contains("partner_suspended") == refused);
        doors.put("REST bearer", () -> bearer("POST /api/v1/citizens/lookup", bearer) == refused);
        doors.put("catalogue bearer", () -> bearer("GET /dmdc/AllCategory", bearer) == refused);
        doors.put("JMS", () -> queueSays("partner_suspended", refused));
        long from = System.nanoTime();
        Map<String, CompletableFuture<Duration>> delays = new LinkedHashMap<>();
        doors.forEach((door, says) -> delays.put(door, CompletableFuture.supplyAsync(() -> {
            await().atMost(Duration.ofSeconds(20))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(says::getAsBoolean);
            return Duration.ofNanos(System.nanoTime() - from);
        })));
        delays.forEach((door, delay) -> {
            Duration took = delay.join();
            write(what + ": " + door + " after " + took.toMillis() + " ms");
            assertThat(took).as("%s, %s", what, door).isLessThanOrEqualTo(PROMISED);
        });
    }

    private static String soap() {
        return new SoapClient(SECOND.http(), PARTNER, SECRET).lookUp(PERSON).body();
    }

    private static boolean bearer(String line, String token) {
        byte[] body =
                """
                {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                        .formatted(UUID.randomUUID(), PERSON.soDinhDanh(), PERSON.hoVaTen(), PERSON.ngaySinh())
                        .getBytes(StandardCharsets.UTF_8);
        byte[] sent = line.startsWith("GET") ? new byte[0] : body;
        return RawHttp.send(
                        SECOND.http(),
                        line,
                        List.of(
                                "Authorization: Bearer " + token,
                                "Content-Type: application/json",
                                "Content-Length: " + sent.length),
                        sent)
                .body()
                .contains("partner_suspended");
    }

    /** Either instance may take a message from the queue: five in a row must say what is expected. */
    private static boolean queueSays(String code, boolean refused) {
        try (HubClient hub = new HubClient(FIRST.ports().artemis(), PARTNER, SECRET)) {
            for (int i = 0; i < 5; i++) {
                String id = UUID.randomUUID().toString();
                String request = "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                        + SoapClient.lookUpContent(PERSON, id) + "</dan:TraCuuThongTinCongDan>";
                hub.send(request.getBytes(StandardCharsets.UTF_8), true, id);
                var answer = hub.answer(id);
                if (answer == null || HubClient.content(answer).contains(code) != refused) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<JsonNode> notices() {
        try (HubClient hub = new HubClient(FIRST.ports().artemis(), PARTNER, SECRET)) {
            return hub.takeAll("dancu.hub." + PARTNER + ".notice").stream()
                    .map(StandingDrillIT::json)
                    .toList();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pending(String suspension) {
        return FIRST.jdbc()
                .sql("select coalesce(last_error, '') from partner.notice where once like :once and sent_at is null")
                .param("once", "suspended/" + suspension + "/%")
                .query(String.class)
                .single();
    }

    private static String noticeId(String once) {
        return FIRST.jdbc()
                .sql("select id::text from partner.notice where once like :once")
                .param("once", once + "/%")
                .query(String.class)
                .single();
    }

    private static long unsent() {
        return FIRST.jdbc()
                .sql("select count(*) from partner.notice where sent_at is null")
                .query(Long.class)
                .single();
    }

    private static void write(String line) {
        try {
            Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
