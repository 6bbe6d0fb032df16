package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.HubQuestions;
import vn.dancu.bus.fixtures.Load;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.sandbox.server.SandboxServers;

/** Kafka, the database and Artemis away for a while, each in turn. */
class StoppedServersIT {

    /** How long Kafka is away; the long drill is {@code -Ddrill.away=PT10M}. */
    private static final Duration AWAY = Duration.parse(System.getProperty("drill.away", "PT3S"));

    /** One service declares that it does not answer while its events cannot reach Kafka; the others have the default. */
    private static final RunningBus BUS = RunningBus.start(
            "--dancu.degrade.kafka-lag=1s",
            "--dancu.degrade.services.CungCapThongTinCongDan.kafka=refuse",
            // In place of 2.5 s: so long waits each attempt at a database that is away.
            "--spring.datasource.hikari.connection-timeout=1000");

    private static final SandboxServers SERVERS = BUS.bean(SandboxServers.class);
    private static final SoapClient SOAP = new SoapClient(BUS.ports().http(), "h41-lgsp", "sandbox-h41");

    @AfterAll
    static void stops() {
        BUS.close();
    }

    @Test
    void answersGoOnWhileKafkaIsAwayAndEventsFollowInOrder() {
        // Given
        Person person = BUS.anybody();
        assertThat(SOAP.lookUp(person).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(confirmed(person)).doesNotContain("audit_unavailable"));
        SERVERS.kafka().stop();
        HashSet<String> answered;

        // When
        try (Load load = Load.start(4, SOAP, BUS.people())) {
            Instant back = Clock.systemUTC().instant().plus(AWAY);
            await().atMost(AWAY.plusSeconds(60))
                    .until(() -> load.answered().size() >= 300
                            && Clock.systemUTC().instant().isAfter(back));
            assertThat(load.failed()).isZero();
            assertThat(confirmed(person)).contains("audit_unavailable").doesNotContain(person.soDinhDanh());
            SERVERS.kafka().start();
            int before = load.answered().size();
            await().atMost(Duration.ofSeconds(60)).until(() -> load.answered().size() >= before + 100);
            load.close();
            answered = new HashSet<>(load.answered().keySet());
        }

        // Then
        try (AuditEvents events = new AuditEvents(BUS.ports().kafka())) {
            await().atMost(AWAY.plusSeconds(90))
                    .untilAsserted(() -> assertThat(new HashSet<>(events.ids())).containsAll(answered));
            // In this order: seals go on being made, and what has arrived is in the table already.
            List<String> arrived = List.copyOf(new LinkedHashSet<>(events.ids()));
            List<String> inCommitOrder = BUS.jdbc()
                    .sql("select id::text from audit.event order by xid, seq")
                    .query(String.class)
                    .list();
            assertThat(inCommitOrder).startsWith(arrived.toArray(String[]::new));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(confirmed(person)).doesNotContain("audit_unavailable"));
            Balance.of(
                            "kafka-away",
                            answered,
                            arrived.stream().filter(answered::contains).toList())
                    .written();
        }
    }

    @Test
    void refusesClearlyWhileTheDatabaseIsAwayAndComesBackAlone() {
        // Given
        Person person = BUS.anybody();
        SERVERS.postgres().stop();

        // When
        int refused = 0;
        for (int i = 0; i < 3; i++) {
            RawHttp.Answer answer = SOAP.lookUp(person);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).containsAnyOf("register_unavailable", "audit_unavailable", "policy_unavailable");
            assertThat(answer.body()).doesNotContain(person.soDinhDanh());
            refused++;
        }

        // Then
        SERVERS.postgres().start();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(SOAP.lookUp(person).status()).isEqualTo(200));
        String id = UUID.randomUUID().toString();
        int answered = SOAP.lookUp(person, id).status() == 200 ? 1 : 0;
        new Balance("database-away", 4, answered, refused, 4L - answered - refused, records(id) - answered).written();
        assertThat(records(id)).isEqualTo(1);
    }

    @Test
    void keepsAHubsQuestionWhileTheDatabaseIsAwayAndRefusesItOnce() throws JMSException {
        // Given
        String id = UUID.randomUUID().toString();
        String question = hubQuestion(id);
        assertThat(askedOverTheQueue()).contains("CongdanCollection");
        SERVERS.postgres().stop();

        // When
        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            hub.send(question.getBytes(StandardCharsets.UTF_8), true, id);
            Message refused = hub.take("dancu.hub.h41-lgsp.out", id, 60_000);
            Message dead = hub.take("dancu.hub.h41-lgsp.dlq", id, 10_000);

            // Then
            assertThat(refused.getStringProperty("DanCuErrorCode")).endsWith("_unavailable");
            assertThat(HubClient.content(dead)).isEqualTo(question);
            assertThat(dead.getStringProperty("DanCuOccurrence"))
                    .isEqualTo(refused.getStringProperty("DanCuOccurrence"));
            Message again = hub.take("dancu.hub.h41-lgsp.out", id, 300);
            Message deadAgain = hub.take("dancu.hub.h41-lgsp.dlq", id, 300);
            new Balance("database-away-hub", 1, 0, 1, 0, (again == null ? 0 : 1) + (deadAgain == null ? 0 : 1))
                    .written();
            assertThat(again).isNull();
            assertThat(deadAgain).isNull();
        } finally {
            SERVERS.postgres().start();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(askedOverTheQueue()).contains("CongdanCollection"));
    }

    @Test
    void servesTheHubsAgainAfterArtemisWasAwayTwice() {
        for (int i = 0; i < 2; i++) {
            // Given
            SERVERS.artemis().stop();

            // When
            SERVERS.artemis().start();

            // Then
            assertThat(askedOverTheQueue()).contains("CongdanCollection");
        }
    }

    /**
     * Twice, with questions and answers on their way: each is answered once, by lanes that nobody has started anew. A question leaves
     * its queue in the transaction that brings its answer.
     */
    @Test
    void losesNoQuestionWhenArtemisDiesTwiceAmidThem() {
        Map<String, Set<String>> events = new HashMap<>();
        int each = 150;
        for (int round = 1; round <= 2; round++) {
            try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
                for (int i = 0; i < each; i++) {
                    HubQuestions.send(hub, BUS.anybody(), "dies-" + round + "-" + i);
                }
                hub.takeEvents(events, (round - 1) * each + 10);

                SERVERS.artemis().stop();
            }
            SERVERS.artemis().start();
            try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
                hub.takeEvents(events, round * each);
                assertThat(hub.takeAll("dancu.hub.h41-lgsp.dlq")).isEmpty();
            }
        }

        long doubled = events.values().stream().filter(of -> of.size() > 1).count();
        new Balance("broker-dies-twice", 2L * each, events.size(), 0, 2L * each - events.size(), doubled).written();
        assertThat(events).hasSize(2 * each);
        assertThat(doubled).as("answered twice").isZero();
    }

    private static int records(String requestId) {
        return BUS.jdbc()
                .sql("select count(*) from audit.event where message_id = ? and kind = 'ANSWER'")
                .param(requestId)
                .query(Integer.class)
                .single();
    }

    /** What the service says that declares {@code kafka: refuse}. */
    private static String confirmed(Person person) {
        String id = UUID.randomUUID().toString();
        return SOAP.ask("CungCapThongTinCongDan", SoapClient.lookUpContent(person, id))
                .body();
    }

    private static String hubQuestion(String id) {
        return "<dan:TraCuuThongTinCongDan xmlns:dan=\"http://dancuquocgia.bca\">"
                + SoapClient.lookUpContent(BUS.anybody(), id) + "</dan:TraCuuThongTinCongDan>";
    }

    private static String askedOverTheQueue() {
        String id = UUID.randomUUID().toString();
        String request = hubQuestion(id);
        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            hub.send(request.getBytes(StandardCharsets.UTF_8), true, id);
            var answer = hub.answer(id);
            return answer == null ? "no answer" : HubClient.content(answer);
        }
    }
}
