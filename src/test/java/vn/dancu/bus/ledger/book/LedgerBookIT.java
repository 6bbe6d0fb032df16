package vn.dancu.bus.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.LedgerEntry;
import vn.dancu.bus.ledger.LedgerEntry.End;
import vn.dancu.bus.ledger.LedgerSettings;
import vn.dancu.bus.ledger.UnevenHour;

/** The balance of the doors, and what makes it fail. */
@SuppressWarnings("NullAway.Init")
class LedgerBookIT {

    private static final PartnerId HUB = new PartnerId("h41-lgsp");
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final ShiftedClock clock = new ShiftedClock();
    private final EntryBook book = new EntryBook(clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<UnevenHour> alarms = new ArrayList<>();
    private DataSource database;
    private JdbcLedgerCounts counts;
    private LedgerKeeper keeper;

    @BeforeEach
    void open() {
        database = MigratedDatabase.fresh();
        counts = new JdbcLedgerCounts(
                new JdbcTemplate(database),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                Duration.ofMinutes(15),
                clock);
        keeper = new LedgerKeeper(
                book,
                counts,
                new WholeBalances(counts, List.of()),
                new LedgerSettings(Duration.ofSeconds(1), Duration.ofMinutes(15), SILENCE),
                alarms::add,
                meters,
                clock);
    }

    @Test
    void isEvenWhileMessagesAreInWorkAndWhenTheyHaveEnded() {
        book.took("rest").end(End.ANSWERED, HUB);
        book.took("rest").end(End.REFUSED, null);
        book.took("jms").end(End.DEAD, HUB);
        book.took("jms").end(End.RETURNED, HUB);
        LedgerEntry open = book.took("jms");
        keeper.flush();

        assertThat(line("jms", "-").inWork()).isEqualTo(1);
        open.end(End.ANSWERED, HUB);
        open.end(End.ANSWERED, HUB);
        keeper.flush();
        keeper.watch();

        assertThat(line("rest", "h41-lgsp").answered()).isEqualTo(1);
        assertThat(line("rest", "-").refused()).isEqualTo(1);
        Balance lane = line("jms", "h41-lgsp");
        assertThat(lane.taken()).as("what went back is no message more").isEqualTo(2);
        assertThat(lane.answered()).as("an entry ends once").isEqualTo(1);
        assertThat(lane.dead()).isEqualTo(1);
        assertThat(all()).allMatch(Balance::isEven);
        assertThat(missing("jms")).isZero();
    }

    @Test
    void forgetsWhatWasNoQuestion() {
        LedgerEntry metaservice = book.took("xroad");
        keeper.flush();
        metaservice.withdraw();
        metaservice.withdraw();
        metaservice.end(End.ANSWERED, HUB);
        keeper.flush();
        keeper.watch();

        assertThat(all()).isEmpty();
        assertThat(missing("xroad")).isZero();
    }

    @Test
    void aMessageThatIsTakenAwayMakesItFail() {
        book.took("jms").end(End.ANSWERED, HUB);
        LedgerEntry swallowed = book.took("jms");
        clock.shift(Duration.ofMinutes(16));
        keeper.flush();
        keeper.watch();

        assertThat(all()).filteredOn(line -> !line.isEven()).singleElement().satisfies(line -> {
            assertThat(line.door()).isEqualTo("jms");
            assertThat(line.missing()).isEqualTo(1);
        });
        assertThat(missing("jms")).isEqualTo(1);

        swallowed.end(End.ANSWERED, HUB);
        keeper.flush();
        assertThat(all()).as("what comes to its end too late stays missing").anyMatch(line -> line.missing() == 1);
    }

    @Test
    void aCountThatIsChangedMakesItFail() {
        book.took("rest").end(End.ANSWERED, HUB);
        keeper.flush();
        new JdbcTemplate(database).update("update ledger.count set answered = 0");
        keeper.watch();
        keeper.watch();

        assertThat(alarms).as("each hour of a door once").singleElement().satisfies(alarm -> {
            assertThat(alarm.door()).isEqualTo("rest");
            assertThat(alarm.lines()).hasSize(1);
        });
        assertThat(line("rest", "h41-lgsp").isEven()).isFalse();
        assertThat(line("rest", "h41-lgsp").difference()).isEqualTo(1);
        assertThat(missing("rest")).isEqualTo(1);
    }

    @Test
    void isEvenAfterAnInstanceWasKilled() {
        UUID killed = UUID.randomUUID();
        EntryBook other = new EntryBook(clock);
        other.took("jms").end(End.ANSWERED, HUB);
        other.took("jms");
        other.took("rest");
        counts.write(killed, other.lines(Duration.ofHours(3)), false);
        clock.shift(Duration.ofSeconds(31));

        // The queue delivers again what the killed instance had not answered.
        book.took("jms").end(End.ANSWERED, HUB);
        keeper.flush();
        keeper.watch();

        assertThat(all()).allMatch(Balance::isEven).allMatch(line -> line.inWork() == 0);
        assertThat(all().stream().mapToLong(Balance::interrupted).sum()).isEqualTo(2);
        assertThat(all().stream().mapToLong(Balance::answered).sum()).isEqualTo(2);
        assertThat(missing("jms")).isZero();
    }

    @Test
    void theBookOfAStoppedInstanceIsClosedByItself() {
        keeper.start();
        book.took("rest").end(End.ANSWERED, HUB);
        keeper.stop();
        clock.shift(Duration.ofMinutes(5));

        assertThat(counts.closeKilled(SILENCE)).isZero();
        assertThat(all()).singleElement().matches(Balance::isEven);
    }

    /** The trail is a witness: it has an answer that was not counted, and lacks one that was. */
    @Test
    void whatTheTrailHasOtherwiseMakesItFail() {
        book.took("rest").end(End.ANSWERED, HUB);
        book.took("soap").end(End.ANSWERED, HUB);
        keeper.flush();
        recorded("rest", 2);
        recorded("soap", 0);
        keeper.watch();

        assertThat(line("rest", "h41-lgsp").uncounted()).isEqualTo(1);
        assertThat(line("soap", "h41-lgsp").unrecorded()).isEqualTo(1);
        assertThat(meters.get("dancu.ledger.diverging")
                        .tag("door", "rest")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("dancu.ledger.diverging")
                        .tag("door", "soap")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(alarms).extracting(UnevenHour::door).containsExactlyInAnyOrder("rest", "soap");
    }

    /** What a killed instance answered after its last write is in the trail alone. */
    @Test
    void theTrailMakesUpForTheLastMomentOfAKilledInstance() {
        UUID killed = UUID.randomUUID();
        EntryBook other = new EntryBook(clock);
        other.took("rest").end(End.ANSWERED, HUB);
        counts.write(killed, other.lines(Duration.ofHours(3)), false);
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        recorded("rest", 4);
        clock.shift(Duration.ofSeconds(31));
        keeper.watch();

        Balance line = line("rest", "h41-lgsp");
        assertThat(line.recovered()).isEqualTo(3);
        assertThat(line.isEven()).isTrue();
        assertThat(alarms).isEmpty();
        assertThat(counts.killed(hour, hour.plus(Duration.ofHours(1))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo(killed);
                    assertThat(one.closedAt()).isAfter(one.flushedAt());
                });
        assertThat(counts.killed(hour.minus(Duration.ofDays(1)), hour.minus(Duration.ofHours(2))))
                .isEmpty();
    }

    private void recorded(String door, int answers) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        OffsetDateTime hour = clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
        jdbc.update("insert into ledger.recorded_hour (hour, read_at) values (?, now()) on conflict do nothing", hour);
        jdbc.update(
                "insert into ledger.recorded (hour, door, partner, answered, refused, cut) values (?, ?, 'h41-lgsp', ?, 0, 0)",
                hour,
                door,
                answers);
    }

    private List<Balance> all() {
        return counts.between(
                clock.instant().minus(Duration.ofDays(1)), clock.instant().plusSeconds(1), null, null);
    }

    private Balance line(String door, String partner) {
        return all().stream()
                .filter(line -> line.door().equals(door) && line.partner().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private double missing(String door) {
        return meters.get("dancu.ledger.missing").tag("door", door).gauge().value();
    }
}
