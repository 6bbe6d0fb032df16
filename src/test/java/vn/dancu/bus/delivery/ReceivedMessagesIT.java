package vn.dancu.bus.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.delivery.ReceivedMessages.Acceptance;
import vn.dancu.bus.fixtures.DeliveryRoom;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.Sha256;

/** Nothing that comes twice is new twice. */
class ReceivedMessagesIT {

    private static final String ONE = Sha256.hex("one");
    private static final String OTHER = Sha256.hex("other");

    @TempDir
    private Path folder;

    private final DataSource database = MigratedDatabase.fresh();
    private final List<DeliveryRoom> rooms = new ArrayList<>();

    @BeforeEach
    void open() {
        for (int i = 0; i < 2; i++) {
            rooms.add(new DeliveryRoom(database, folder, new InMemoryPartners(), new ShiftedClock(), Map.of()));
        }
    }

    @AfterEach
    void close() {
        rooms.forEach(DeliveryRoom::close);
    }

    @Test
    void knowsTheIdAndTheContent() {
        Acceptance.First first = (Acceptance.First) accept(0, "H41", "1", ONE);

        assertThat(accept(1, "H41", "1", ONE)).isEqualTo(new Acceptance.Repeated(first.id()));
        assertThat(accept(0, "H41", "2", ONE))
                .isInstanceOfSatisfying(Acceptance.SameContent.class, same -> assertThat(same.first())
                        .isEqualTo(first.id()));
        assertThat(accept(0, "H41", "1", OTHER))
                .isInstanceOfSatisfying(Acceptance.ChangedContent.class, changed -> assertThat(changed.first())
                        .isEqualTo(first.id()));
        assertThat(accept(0, "G22", "1", ONE)).isInstanceOf(Acceptance.First.class);
    }

    @Test
    void countsNothingOfWorkThatIsRolledBack() {
        assertThatThrownBy(() -> rooms.get(0).inTransaction(() -> {
                    received(0).accept("axis", "H41", "1", ONE);
                    throw new IllegalStateException("the work fails");
                }))
                .hasMessage("the work fails");

        assertThat(accept(1, "H41", "1", ONE)).isInstanceOf(Acceptance.First.class);
    }

    @Test
    void refusesToAcceptOutsideATransaction() {
        assertThatThrownBy(() -> received(0).accept("axis", "H41", "1", ONE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsOneFirstAmongThoseThatComeTogetherAtTwoInstances() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 10; round++) {
            String content = Sha256.hex("round " + round);
            CyclicBarrier start = new CyclicBarrier(8);
            List<Future<Acceptance>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int instance = i % 2;
                // Half of them are the same message, half have the content under an id of their own.
                String id = i < 4 ? "same " + round : "own " + round + " " + i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return accept(instance, "H41", id, content);
                }));
            }
            List<Acceptance> all = new ArrayList<>();
            for (Future<Acceptance> answer : answers) {
                all.add(answer.get());
            }
            assertThat(all).filteredOn(Acceptance.First.class::isInstance).hasSize(1);
            assertThat(all).filteredOn(Acceptance.Repeated.class::isInstance).hasSize(3);
            assertThat(all).filteredOn(Acceptance.SameContent.class::isInstance).hasSize(4);
        }
        threads.shutdown();
    }

    private Acceptance accept(int instance, String sender, String id, String content) {
        return rooms.get(instance).inTransaction(() -> received(instance).accept("axis", sender, id, content));
    }

    private ReceivedMessages received(int instance) {
        return rooms.get(instance).get(ReceivedMessages.class);
    }
}
