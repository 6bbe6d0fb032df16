package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dancu.bus.audit.evidence.verify.EvidenceVerifier;
import vn.dancu.bus.audit.evidence.verify.TrustAnchors;
import vn.dancu.bus.audit.evidence.verify.VerificationReport;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.HubQuestions;
import vn.dancu.bus.fixtures.Load;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;

/**
 * kill -9 under load of two doors: what was answered is recorded and reaches Kafka after the restart, and the chain of seals,
 * which was being written meanwhile, holds every record once; what a hub had put into its queue is answered once.
 */
class KilledProcessIT {

    /** Answers of each door. */
    private static final int ENOUGH = "long".equals(System.getProperty("test.drills")) ? 400 : 200;

    /** Nobody delivers, and what was killed would hold its seat in the group of that topic. */
    private static final String NO_TOPIC = "--dancu.channel.enrichment-topic=direct:no-enrichment-topic";

    private static final String HUB = "h41-lgsp";
    private static final String HUB_SECRET = "sandbox-h41";

    @Test
    void whatWasAnsweredHasItsRecordItsEventAndItsSealAndWhatLayInAQueueIsAnsweredOnce()
            throws IOException, InterruptedException {
        // Given
        Path folder = RunningBus.newFolder("sandbox-kill-");
        RunningBus.Ports ports = RunningBus.Ports.free();
        Map<String, Set<String>> hubAnswers = new HashMap<>();
        Set<String> answered;
        try (ChildBus bus = ChildBus.start(folder, ports, NO_TOPIC)) {
            List<Person> people = await().atMost(Duration.ofSeconds(30))
                    .until(() -> RunningBus.people(ports.http(), "limit=100"), list -> !list.isEmpty());
            try (HubClient hub = new HubClient(ports.artemis(), HUB, HUB_SECRET);
                    Load load = Load.start(6, new SoapClient(ports.http(), HUB, HUB_SECRET), people)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> load.answered().size() >= ENOUGH - ENOUGH / 10);
                ask(hub, people);
                hub.takeEvents(hubAnswers, ENOUGH / 10);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> load.answered().size() >= ENOUGH);

                // When
                bus.kill();
                answered = new HashSet<>(load.answered().keySet());
            }
        }

        // Then
        try (RunningBus again = RunningBus.startIn(folder, ports, NO_TOPIC)) {
            everyAnswerIsProved(ports, answered);
            everyQuestionInTheQueueIsAnswered(ports, hubAnswers);
        }
    }

    private static void ask(HubClient hub, List<Person> people) {
        for (int i = 0; i < ENOUGH; i++) {
            HubQuestions.send(hub, people.get(i % people.size()), "q" + i);
        }
    }

    private static void everyAnswerIsProved(RunningBus.Ports ports, Set<String> answered)
            throws IOException, InterruptedException {
        assertThat(recorded(ports.postgres())).containsAll(answered);
        try (AuditEvents events = new AuditEvents(ports.kafka())) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(new HashSet<>(events.ids())).containsAll(answered));
            long last = sealedAll(ports.postgres(), answered);
            Balance.of(
                            "killed",
                            answered,
                            recorded(ports.postgres()).stream()
                                    .filter(answered::contains)
                                    .toList())
                    .written();
            assertThat(distinct(events, idsOfSeals(ports.postgres(), last)))
                    .as("seals as Kafka has them, repeats left out")
                    .isEqualTo(idsOfSeals(ports.postgres(), last));
            VerificationReport report = EvidenceVerifier.verify(
                    evidence(ports.http(), last), TrustAnchors.NONE.expecting(hash(ports.postgres(), last)));
            assertThat(report.findings()).isEmpty();
            assertThat(report.records()).isGreaterThanOrEqualTo(answered.size());
        }
    }

    /** Once each; what was in work when the bus was killed has a second record. */
    private static void everyQuestionInTheQueueIsAnswered(RunningBus.Ports ports, Map<String, Set<String>> hubAnswers) {
        try (HubClient hub = new HubClient(ports.artemis(), HUB, HUB_SECRET)) {
            hub.takeEvents(hubAnswers, ENOUGH);
            Set<String> recorded = recorded(ports.postgres());
            hubAnswers.values().forEach(of -> assertThat(recorded).containsAll(of));
            assertThat(hubAnswers.values().stream().filter(of -> of.size() > 1))
                    .as("answered twice")
                    .isEmpty();
            assertThat(hub.takeAll("dancu.hub.h41-lgsp.dlq")).isEmpty();
            new Balance("killed-hub", ENOUGH, hubAnswers.size(), 0, ENOUGH - hubAnswers.size(), 0).written();
        }
    }

    /** Waits until each of these records lies in a seal, and in one only; the number of the last seal then. */
    private static long sealedAll(int port, Set<String> answered) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<String> sealed = jdbc(port)
                    .sql("select unnest(ids)::text from audit.seal")
                    .query(String.class)
                    .list();
            assertThat(sealed).doesNotHaveDuplicates().containsAll(answered);
        });
        return jdbc(port)
                .sql("select max(number) from audit.seal")
                .query(Long.class)
                .single();
    }

    private static List<String> idsOfSeals(int port, long last) {
        return jdbc(port)
                .sql("select id::text from audit.event where kind = 'SEAL'"
                        + " and (event::jsonb -> 'data' ->> 'number')::bigint <= ?"
                        + " order by (event::jsonb -> 'data' ->> 'number')::bigint")
                .param(last)
                .query(String.class)
                .list();
    }

    /** Of the topic those that are asked for, each where it stands first. */
    private static List<String> distinct(AuditEvents events, List<String> wanted) {
        Set<String> ids = new HashSet<>(wanted);
        await().atMost(Duration.ofSeconds(30)).until(() -> new HashSet<>(events.ids()).containsAll(ids));
        return events.ids().stream().filter(ids::contains).distinct().toList();
    }

    private static String hash(int port, long number) {
        return jdbc(port)
                .sql("select encode(hash, 'hex') from audit.seal where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static Path evidence(int port, long last) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/admin/audit/evidence?from=1&to=" + last);
        String inspector = String.valueOf(Desk.at(port, Desk.Sandbox.INSPECTOR).authorization());
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Authorization", inspector).build();
        Path file = Files.createTempFile(Path.of("target"), "evidence-kill-", ".jsonl.gz");
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofFile(file))
                        .statusCode())
                .isEqualTo(200);
        return file;
    }

    /** Ids of all records, each of which must be there once. */
    private static Set<String> recorded(int port) {
        List<String> ids = jdbc(port)
                .sql("select id::text from audit.event")
                .query(String.class)
                .list();
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }

    private static JdbcClient jdbc(int port) {
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", ""));
    }
}
