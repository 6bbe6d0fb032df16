package vn.dancu.bus.delivery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ScriptedDestination;
import vn.dancu.bus.fixtures.ShiftedClock;

/** Instances of the room on one database, and a destination that a test scripts. */
abstract class DeliveryRooms {

    @TempDir
    Path folder;

    final DataSource database = MigratedDatabase.fresh();
    final ShiftedClock clock = new ShiftedClock();
    final InMemoryPartners partners = new InMemoryPartners();
    final ScriptedDestination destination = new ScriptedDestination();
    final List<DeliveryRoom> rooms = new ArrayList<>();
    DeliveryRoom room;

    @BeforeEach
    void open() {
        room = room(Map.of());
    }

    @AfterEach
    void close() {
        rooms.forEach(DeliveryRoom::close);
    }

    DeliveryRoom room(Map<String, String> settings) {
        DeliveryRoom made = new DeliveryRoom(database, folder, partners, clock, settings);
        rooms.add(made);
        return made;
    }

    void connect(DeliveryRoom to) {
        to.get(ChannelSenders.class).connect(DeliveryRoom.CHANNEL, destination);
    }
}
