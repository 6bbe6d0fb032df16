package vn.dancu.bus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.sandbox.chain.NationalBus;
import vn.dancu.bus.upstream.Upstreams;

/** Two buses as {@code mvn spring-boot:run -Pchain} starts them: what a department asks the hub is asked of the national side. */
class ChainIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static RunningBus hub;
    private static NationalBus national;
    private static JdbcClient nationalTrail;
    private static Desk nationalOperator;
    private static Person person;

    @BeforeAll
    static void start() throws Exception {
        Path folder = RunningBus.newFolder("chain-");
        RunningBus.Ports there = RunningBus.Ports.free();
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=chain",
                "--dancu.sandbox.chain.port=" + there.http(),
                // The hub's account there is one with few fields.
                "--dancu.upstream.national.dialect=live",
                "--dancu.upstream.national.account.username=g22-portal",
                "--dancu.upstream.national.account.secret-key=sandbox-g22",
                "--dancu.upstream.national.breaker.open=500ms"));
        int at = 0;
        // The first one is the port, which the chain says itself.
        for (String argument : there.arguments().subList(1, there.arguments().size())) {
            settings.add("--dancu.sandbox.chain.settings[" + at++ + "]=" + argument.substring(2));
        }
        hub = RunningBus.startIn(folder, RunningBus.Ports.free(), settings.toArray(String[]::new));
        national = hub.bean(NationalBus.class);
        PGSimpleDataSource trail = new PGSimpleDataSource();
        trail.setUrl("jdbc:postgresql://127.0.0.1:" + there.postgres() + "/postgres");
        trail.setUser("postgres");
        nationalTrail = JdbcClient.create(trail);
        nationalOperator = Desk.at(there.http(), Desk.Sandbox.OPERATOR);
        person = hub.anybody();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> soap("chain-ready").status() == 200 && isTrusted());
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    /** Of the questions before the other bus was up so many failed that its first answer may be the one that opens the breaker. */
    private static boolean isTrusted() {
        return hub.bean(Upstreams.class).named("national").gate().state() == CircuitBreaker.State.CLOSED;
    }

    private static RawHttp.Answer soap(String id) {
        return new SoapClient(hub.ports().http(), "h41-lgsp", "sandbox-h41").lookUp(person, id);
    }

    private static RawHttp.Answer rest(String id, String fields) {
        return Tokens.post(
                hub.ports().http(),
                "citizens/lookup",
                "h41-lgsp",
                "sandbox-h41",
                """
                {"maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s","truong":[%s]}"""
                        .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh(), fields));
    }

    @Test
    void answersOverSoapAndRestAndBothTrailsAreLinked() {
        assertThat(soap("chain-soap").body()).contains(person.soDinhDanh()).contains("GhiChu=\"found\"");
        RawHttp.Answer rest = rest("chain-rest", "\"SoDinhDanh\"");
        assertThat(rest.body()).contains(person.soDinhDanh()).contains("\"trangThai\":\"found\"");

        for (String id : List.of("chain-soap", "chain-rest")) {
            await().atMost(SOON).untilAsserted(() -> assertThat(kinds(hub.jdbc(), id))
                    .containsExactlyInAnyOrder("CALL asked", "CALL found", "ANSWER found"));
            assertThat(kinds(nationalTrail, id)).containsExactly("ANSWER found");
            assertThat(theirId(id)).isEqualTo(eventId(nationalTrail, id));
        }
    }

    @Test
    void fieldsAreThoseThatBothSidesAllow() {
        RawHttp.Answer answer = rest("chain-fields", "\"GioiTinh\",\"DanToc\",\"NhomMau\"");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("gioiTinh").doesNotContain("danToc").doesNotContain("nhomMau");
        await().atMost(SOON).untilAsserted(() -> assertThat(hub.jdbc()
                        .sql("select event from audit.event where message_id = 'chain-fields' and kind = 'ANSWER'")
                        .query(String.class)
                        .single())
                .contains("DanToc")
                .contains("NhomMau"));
    }

    @Test
    void aSuspensionThereReachesTheAskerAsACodeOfItsOwn() {
        Desk.Answer ordered = nationalOperator.send(
                "POST",
                "suspensions",
                Map.of(
                        "partner", "g22-portal",
                        "ground", "overload",
                        "reason", "Quá tải",
                        "returnCondition", "Giảm tải"));
        assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(201);

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        rest("chain-suspended", "\"GioiTinh\"").body())
                .contains("\"code\":\"upstream_credentials_refused\""));

        nationalOperator.send(
                "POST",
                "suspensions/" + ordered.body().path("id").asText() + "/resume",
                Map.of("evidence", "Đã giảm tải"));
        await().atMost(SOON).until(() -> rest("chain-resumed", "\"GioiTinh\"").status() == 200);
    }

    /** That a hub says so and goes on afterwards is {@code NationalFaultsIT}'s; here is what kills and starts the second bus. */
    @Test
    @EnabledIfSystemProperty(
            named = "test.drills",
            matches = "long",
            disabledReason = "a second start of a bus: -Plong")
    void theNationalSideIsKilledAndComesBack() {
        national.kill();

        RawHttp.Answer away = rest("chain-away", "\"GioiTinh\"");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body()).contains("\"code\":\"upstream_");

        national.start();
        await().atMost(SOON).until(() -> rest("chain-back", "\"GioiTinh\"").status() == 200);
        assertThat(kinds(nationalTrail, "chain-back")).contains("ANSWER found");
        assertThat(kinds(hub.jdbc(), "chain-away")).doesNotContain("ANSWER found");
    }

    private static List<String> kinds(JdbcClient trail, String id) {
        return trail.sql("select kind || ' ' || result from audit.event where message_id = ? order by 1")
                .param(id)
                .query(String.class)
                .list();
    }

    private static String theirId(String id) {
        return hub.jdbc()
                .sql("select event::jsonb -> 'data' ->> 'theirId' from audit.event"
                        + " where message_id = ? and kind = 'CALL' and result = 'found'")
                .param(id)
                .query(String.class)
                .single();
    }

    private static String eventId(JdbcClient trail, String id) {
        return trail.sql("select id::text from audit.event where message_id = ? and kind = 'ANSWER'")
                .param(id)
                .query(String.class)
                .single();
    }
}
