package vn.dancu.bus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.ScriptedDestination;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Role;

/** What is put arrives: in order, after failures, past others that are away. */
class DeliveringIT extends DeliveryRooms {

    private static final Actor OPERATOR = new Actor("hoa.vanhanh", Set.of(Role.OPERATOR));

    @Test
    void deliversEveryMessageOnce() {
        connect(room);
        List<UUID> ids = IntStream.range(0, 600)
                .mapToObj(i -> room.put("d" + i % 3, "m" + i))
                .toList();

        await().untilAsserted(() -> assertThat(destination.ids()).hasSize(600));
        assertThat(destination.ids()).containsExactlyInAnyOrderElementsOf(ids);
        room.awaitBalance(new Deliveries.Balance(DeliveryRoom.CHANNEL, 600, 600, 0, 0, 0, 0));
        assertThat(room.jdbc().queryForObject("select count(*) from delivery.content", Long.class))
                .isZero();
    }

    @Test
    void deliversWhatWasPutBeforeTheChannelHadASender() {
        UUID id = room.put("a", "one");
        connect(room);

        room.awaitState(id, DeliveryState.Name.DELIVERED);
    }

    @Test
    void triesAgainUntilTheDestinationIsThere() {
        AtomicInteger failures = new AtomicInteger(8);
        destination.answers(attempt -> {
            if (failures.getAndDecrement() > 0) {
                throw ScriptedDestination.away();
            }
            return null;
        });
        connect(room);
        UUID id = room.put("a", "one");

        room.awaitState(id, DeliveryState.Name.DELIVERED);
        assertThat(room.get(Deliveries.class).find(id).orElseThrow().attempts()).isEqualTo(9);
    }

    @Test
    void waitsOutAnHourInWhichTheDestinationIsAway() {
        AtomicBoolean away = new AtomicBoolean(true);
        destination.answers(attempt -> {
            if (away.get()) {
                throw ScriptedDestination.away();
            }
            return null;
        });
        DeliveryRoom patient = room(Map.of("plans.standard.first-pause", "30m", "plans.standard.max-pause", "1h"));
        connect(patient);
        UUID id = patient.put("a", "one");
        await().untilAsserted(() -> assertThat(room.state(id))
                .isInstanceOfSatisfying(DeliveryState.Waiting.class, waiting -> assertThat(waiting.nextAttempt())
                        .isAfter(clock.instant().plusSeconds(60))));

        away.set(false);
        clock.shift(Duration.ofHours(1));

        room.awaitState(id, DeliveryState.Name.DELIVERED);
        assertThat(destination.attempts()).hasSize(2);
        Balance.of("destination-away-an-hour", List.of(id), destination.ids()).written();
    }

    @Test
    void makesADeadLetterOfWhatIsGivenUpAndPutsItBack() {
        AtomicBoolean away = new AtomicBoolean(true);
        destination.answers(attempt -> {
            if (away.get()) {
                throw ScriptedDestination.away();
            }
            return null;
        });
        DeliveryRoom impatient = room(Map.of("plans.standard.attempts", "3"));
        connect(impatient);
        UUID id = impatient.put("a", "one");

        room.awaitState(id, DeliveryState.Name.DEAD);
        assertThat(room.state(id)).isInstanceOfSatisfying(DeliveryState.Dead.class, dead -> assertThat(dead.cause())
                .isEqualTo("ConnectException"));
        assertThat(room.jdbc().queryForObject("select count(*) from delivery.content", Long.class))
                .as("the body of a dead letter is kept, sealed")
                .isEqualTo(1);
        assertThat(room.get(Deliveries.class).list(DeliveryRoom.filter(DeliveryState.Name.DEAD), null, 10))
                .extracting(Delivery::id)
                .containsExactly(id);

        away.set(false);
        impatient.get(Deliveries.class).putBack(OPERATOR, id, "the destination is back");

        room.awaitState(id, DeliveryState.Name.DELIVERED);
        assertThat(impatient.acts()).containsExactly("hoa.vanhanh delivery.put_back");
        assertThatThrownBy(() -> impatient.get(Deliveries.class).putBack(OPERATOR, id, "again"))
                .isInstanceOf(BusException.class)
                .hasMessage("move_not_allowed");
    }

    @Test
    void givesUpAtOnceWhatCannotSucceed() {
        destination.answers(attempt -> {
            throw new SendFailure("VXP-404", true, null);
        });
        connect(room);
        UUID id = room.put("a", "one");

        room.awaitState(id, DeliveryState.Name.DEAD);
        assertThat(destination.attempts()).hasSize(1);
        room.awaitBalance(new Deliveries.Balance(DeliveryRoom.CHANNEL, 1, 0, 1, 0, 0, 0));
    }

    @Test
    void keepsTheOrderOfEachKeyThroughFailures() {
        Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        destination.answers(attempt -> {
            String text = ScriptedDestination.text(attempt);
            boolean stumbles = Integer.parseInt(text.substring(text.indexOf('-') + 1)) % 7 == 3;
            if (stumbles
                    && tries.computeIfAbsent(text, one -> new AtomicInteger()).incrementAndGet() < 3) {
                throw ScriptedDestination.away();
            }
            return null;
        });
        for (int i = 0; i < 40; i++) {
            room.put("a", "x-" + i, "x");
            room.put("a", "y-" + i, "y");
        }
        connect(room);

        await().untilAsserted(() -> assertThat(destination.taken()).hasSize(80));
        for (String key : List.of("x", "y")) {
            assertThat(destination.taken())
                    .filteredOn(text -> text.startsWith("a/" + key))
                    .containsExactlyElementsOf(IntStream.range(0, 40)
                            .mapToObj(i -> "a/" + key + "-" + i)
                            .toList());
        }
    }

    @Test
    void sendsAnOrderedChannelOneAfterAnother() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        destination.answers(attempt -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            atOnce.decrementAndGet();
            return null;
        });
        DeliveryRoom ordered = room(Map.of("channels.test.ordered", "true"));
        for (int i = 0; i < 50; i++) {
            ordered.put("a", "m" + i);
        }
        connect(ordered);

        await().untilAsserted(() -> assertThat(destination.taken())
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "a/m" + i).toList()));
        assertThat(most).hasValue(1);
    }

    @Test
    void slowsNobodyElseWhileADestinationHangsAndAnotherFails() {
        CountDownLatch hanging = new CountDownLatch(1);
        destination.answers(attempt -> {
            if (attempt.destination().equals("hangs") && !hanging.await(60, TimeUnit.SECONDS)) {
                throw ScriptedDestination.away();
            }
            if (attempt.destination().equals("fails")) {
                throw ScriptedDestination.away();
            }
            return null;
        });
        connect(room);
        for (int i = 0; i < 50; i++) {
            room.put("hangs", "m" + i);
            room.put("fails", "m" + i);
        }
        for (int i = 0; i < 300; i++) {
            room.put("fast", "m" + i);
        }

        await().untilAsserted(() -> assertThat(destination.taken()).hasSize(300));
        assertThat(destination.taken()).allMatch(text -> text.startsWith("fast/"));
        hanging.countDown();
        await().untilAsserted(() -> assertThat(destination.taken()).hasSize(350));
    }

    @Test
    void leavesADestinationInPeaceThatFailsInARow() {
        destination.answers(attempt -> {
            throw ScriptedDestination.away();
        });
        DeliveryRoom patient = room(Map.of("plans.standard.first-pause", "30m", "plans.standard.max-pause", "1h"));
        for (int i = 0; i < 200; i++) {
            patient.put("a", "m" + i);
        }
        connect(patient);

        await().during(Duration.ofMillis(600))
                .untilAsserted(() -> assertThat(destination.attempts().size()).isBetween(5, 12));
        assertThat(room.get(Deliveries.class).balances())
                .containsExactly(new Deliveries.Balance(DeliveryRoom.CHANNEL, 200, 0, 0, 0, 0, 200));
    }
}
