package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.ChildBus;
import vn.dancu.bus.fixtures.Load;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;

/** kill -9 under load: what was answered is recorded, and reaches Kafka after the restart. */
class KilledProcessIT {

    private static final int ENOUGH = 400;

    @Test
    void everyAnswerThatWasReceivedHasItsRecordAndItsEvent() throws IOException {
        // Given
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sandbox-kill-");
        RunningBus.Ports ports = RunningBus.Ports.free();
        Set<String> answered;
        try (ChildBus bus = ChildBus.start(folder, ports)) {
            List<Person> people = await().atMost(Duration.ofSeconds(30))
                    .until(() -> RunningBus.people(ports.http(), "limit=100"), list -> !list.isEmpty());
            try (Load load = Load.start(6, new SoapClient(ports.http(), "h41-lgsp", "sandbox-h41"), people)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> load.answered().size() >= ENOUGH);

                // When
                bus.kill();
                answered = new HashSet<>(load.answered().keySet());
            }
        }

        // Then
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH);
        try (ChildBus again = ChildBus.start(folder, ports);
                AuditEvents events = new AuditEvents(ports.kafka())) {
            assertThat(recorded(ports.postgres())).containsAll(answered);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(new HashSet<>(events.ids())).containsAll(answered));
        }
    }

    /** Ids of all records, each of which must be there once. */
    private static Set<String> recorded(int port) {
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", ""));
        List<String> ids =
                jdbc.sql("select id::text from audit.event").query(String.class).list();
        assertThat(ids).doesNotHaveDuplicates();
        return new HashSet<>(ids);
    }
}
