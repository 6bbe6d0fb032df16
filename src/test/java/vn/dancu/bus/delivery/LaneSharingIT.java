package vn.dancu.bus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.ScriptedDestination;

/** Several instances, and a database that cuts its connections. */
class LaneSharingIT extends DeliveryRooms {

    @Test
    void sharesDestinationsWithAnotherInstance() {
        DeliveryRoom second = room(Map.of());
        connect(room);
        connect(second);
        List<UUID> ids = IntStream.range(0, 400)
                .mapToObj(i -> (i % 2 == 0 ? room : second).put("d" + i % 5, "m" + i, "k" + i % 10))
                .toList();

        await().untilAsserted(() -> assertThat(destination.ids()).hasSize(400));
        assertThat(destination.ids()).containsExactlyInAnyOrderElementsOf(ids);
        Balance.of("two-senders", ids, destination.ids()).written();
        room.awaitBalance(new Deliveries.Balance(DeliveryRoom.CHANNEL, 400, 400, 0, 0, 0, 0));
    }

    @Test
    void takesOverFromAnInstanceThatStoppedWithoutAWord() {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        DeliveryRoom doomed = room(Map.of("lease", "5s"));
        doomed.get(ChannelSenders.class).connect(DeliveryRoom.CHANNEL, attempt -> {
            reached.countDown();
            try {
                never.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw ScriptedDestination.away();
        });
        UUID id = doomed.put("a", "one");
        await().until(() -> reached.getCount() == 0);
        doomed.kill();

        connect(room);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(destination.ids()).containsExactly(id));
        Balance.of("sender-killed", List.of(id), destination.ids()).written();
        never.countDown();
    }

    @Test
    void goesOnAfterTheDatabaseHasCutItsConnections() {
        connect(room(Map.of("lease", "5s")));
        for (int round = 0; round < 3; round++) {
            int from = round * 100;
            IntStream.range(from, from + 100).forEach(this::putAnyhow);
            new JdbcTemplate(database)
                    .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Set.copyOf(destination.ids())).hasSize(300));
        room.awaitBalance(new Deliveries.Balance(DeliveryRoom.CHANNEL, 300, 300, 0, 0, 0, 0));
    }

    private void putAnyhow(int i) {
        await().pollDelay(Duration.ZERO).ignoreExceptions().until(() -> room.put("a", "m" + i) != null);
    }
}
