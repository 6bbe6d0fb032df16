package vn.dancu.bus.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ScriptedDestination;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;

/** What a partner may not get now waits; what nobody can use any more ends. */
class HeldMessagesIT {

    private static final PartnerId HUB = new PartnerId("h40-lgsp");

    @TempDir
    private Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private final InMemoryPartners partners = new InMemoryPartners();
    private final ScriptedDestination destination = new ScriptedDestination();
    private DeliveryRoom room;

    @BeforeEach
    void open() {
        room = new DeliveryRoom(MigratedDatabase.fresh(), folder, partners, clock, Map.of());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void holdsTheMessagesOfASuspendedPartnerAndGoesOnAfterIt() {
        partners.with(HUB.value(), "secret", Partner.State.SUSPENDED);
        connect();
        UUID held = room.put(DeliveryRoom.message("a", "held", null, HUB));
        UUID free = room.put("a", "free");

        room.awaitState(free, DeliveryState.Name.DELIVERED);
        assertThat(room.state(held).name()).isEqualTo(DeliveryState.Name.HELD);
        assertThat(room.get(Deliveries.class).list(DeliveryRoom.filter(DeliveryState.Name.HELD), null, 10))
                .extracting(Delivery::id)
                .containsExactly(held);
        clock.shift(Duration.ofDays(30));
        partners.with(HUB.value(), "secret", Partner.State.ACTIVE);

        room.awaitState(held, DeliveryState.Name.DELIVERED);
    }

    @Test
    void endsWhatAPartnerNeverGets() {
        partners.with(HUB.value(), "secret", Partner.State.TERMINATED);
        connect();
        UUID id = room.put(DeliveryRoom.message("a", "one", null, HUB));
        room.sweep();

        room.awaitState(id, DeliveryState.Name.DEAD);
        assertThat(destination.attempts()).isEmpty();
    }

    @Test
    void expiresWhatIsOfNoUseAnyMore() {
        partners.with(HUB.value(), "secret", Partner.State.SUSPENDED);
        UUID id = room.put(
                DeliveryRoom.message("a", "one", null, HUB, clock.instant().plus(Duration.ofMinutes(10))));
        clock.shift(Duration.ofMinutes(11));
        room.sweep();

        room.awaitState(id, DeliveryState.Name.EXPIRED);
        assertThat(room.jdbc().queryForObject("select count(*) from delivery.content", Long.class))
                .isZero();
        assertThat(destination.attempts()).isEmpty();
    }

    @Test
    void remembersInTheBalanceWhatItHasForgotten() {
        connect();
        UUID id = room.put("a", "one");
        room.awaitState(id, DeliveryState.Name.DELIVERED);
        clock.shift(Duration.ofDays(31));
        room.sweep();

        assertThat(room.get(Deliveries.class).find(id)).isEmpty();
        assertThat(room.get(Deliveries.class).balances())
                .containsExactly(new Deliveries.Balance(DeliveryRoom.CHANNEL, 1, 1, 0, 0, 0, 0));
    }

    private void connect() {
        room.get(ChannelSenders.class).connect(DeliveryRoom.CHANNEL, destination);
    }
}
