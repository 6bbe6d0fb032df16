package vn.dancu.bus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ScriptedDestination;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.BusException;

/** What is put is kept with its work, once, unreadable, until its end. */
class OutboxIT {

    @TempDir
    private Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private DeliveryRoom room;

    @BeforeEach
    void open() {
        room = new DeliveryRoom(
                MigratedDatabase.fresh(), folder, new InMemoryPartners(), clock, Map.of("orphan-age", "1m"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void refusesToPutOutsideATransaction() {
        Outbox outbox = room.get(Outbox.class);

        assertThatThrownBy(() -> outbox.put(DeliveryRoom.message("a", "one", null, null)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> outbox.recall(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesAMessageWithTheSameKeyOnceHoweverManyPutIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CyclicBarrier start = new CyclicBarrier(4);
        Set<UUID> ids = new HashSet<>();
        List<Future<UUID>> puts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            puts.add(threads.submit(() -> {
                start.await();
                return room.put("a", "one");
            }));
        }
        for (Future<UUID> put : puts) {
            ids.add(put.get());
        }
        threads.shutdown();

        assertThat(ids).hasSize(1);
        assertThat(count("delivery.message")).isEqualTo(1);
        assertThat(count("delivery.content")).isEqualTo(1);
    }

    @Test
    void keepsNothingOfWorkThatIsRolledBack() {
        assertThatThrownBy(() -> room.inTransaction(() -> {
                    room.get(Outbox.class).put(DeliveryRoom.message("a", "one", null, null));
                    throw new IllegalStateException("the work fails");
                }))
                .hasMessage("the work fails");

        assertThat(count("delivery.message") + count("delivery.content")).isZero();
    }

    @Test
    void writesHeadersAndBodySealedAlone() throws IOException {
        ClaimCheck check = store("the large secret");
        room.put("a", "the small secret");
        room.put(stored(check));

        byte[] small = room.jdbc()
                .queryForObject(
                        "select c.sealed from delivery.content c join delivery.message m using (id)"
                                + " where m.once_key = 'a/the small secret'",
                        byte[].class);
        assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain("secret", "DanCuText");
        assertThat(Files.readString(files().get(0), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void keepsAFileUntilItsMessageIsDelivered() throws IOException {
        ClaimCheck check = store("the large body");
        UUID id = room.put(stored(check));
        clock.shift(Duration.ofMinutes(5));
        room.sweep();
        assertThat(files()).hasSize(1);

        List<String> bodies = new ArrayList<>();
        room.get(ChannelSenders.class).connect(DeliveryRoom.CHANNEL, attempt -> {
            try (var body = room.get(ClaimChecks.class).open(((MessageContent.Stored) attempt.content()).check())) {
                bodies.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                return null;
            } catch (IOException e) {
                throw new SendFailure("IOException", false, e);
            }
        });
        room.awaitState(id, DeliveryState.Name.DELIVERED);
        room.sweep();

        assertThat(bodies).containsExactly("the large body");
        assertThat(files()).isEmpty();
        assertThat(count("delivery.content") + count("delivery.claim")).isZero();
    }

    @Test
    void recallsWhatHasNotGoneOut() {
        UUID id = room.put("a", "one");

        assertThat(room.inTransaction(() -> room.get(Outbox.class).recall(id))).isTrue();
        assertThat(room.inTransaction(() -> room.get(Outbox.class).recall(id))).isFalse();

        ScriptedDestination destination = new ScriptedDestination();
        room.get(ChannelSenders.class).connect(DeliveryRoom.CHANNEL, destination);
        UUID next = room.put("a", "two");
        room.awaitState(next, DeliveryState.Name.DELIVERED);
        assertThat(destination.taken()).containsExactly("a/two");
        assertThat(room.state(id).name()).isEqualTo(DeliveryState.Name.RECALLED);
    }

    @Test
    void refusesBytesThatBelongIntoAFile() {
        OutboundMessage large = new OutboundMessage(
                DeliveryRoom.CHANNEL,
                "a",
                null,
                "large",
                null,
                Map.of(),
                "text/plain",
                MessageContent.of(new byte[300_000]),
                null);

        assertThatThrownBy(() -> room.put(large))
                .isInstanceOf(BusException.class)
                .hasMessage("message_too_large");
    }

    private ClaimCheck store(String text) throws IOException {
        return room.get(ClaimChecks.class).store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000);
    }

    private static OutboundMessage stored(ClaimCheck check) {
        return new OutboundMessage(
                DeliveryRoom.CHANNEL,
                "a",
                null,
                "stored",
                null,
                Map.of(),
                "text/plain",
                MessageContent.of(check),
                null);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private long count(String table) {
        return room.jdbc().queryForObject("select count(*) from " + table, Long.class);
    }
}
