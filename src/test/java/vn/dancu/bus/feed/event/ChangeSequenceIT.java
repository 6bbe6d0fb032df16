package vn.dancu.bus.feed.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.relay.RelaySource;
import vn.dancu.bus.feed.ChangeCursor;
import vn.dancu.bus.feed.SubjectHash;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.fixtures.ShiftedClock;

/** What the register notes, and the one order that it gets, with PostgreSQL. */
class ChangeSequenceIT {

    private static final int WRITERS = 4;
    private static final int CHANGES = 50;

    private final javax.sql.DataSource database = MigratedDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final SubjectHash hash = new SubjectHash(new byte[32]);
    private final JdbcSequencer sequencer = new JdbcSequencer(jdbc, transaction, hash, Clock.systemUTC());

    @BeforeEach
    void register() {
        jdbc.update("insert into feed.terms (partner, officer, reason) values ('p1', 'o1', 'r')");
        insertPeople(5);
        jdbc.update("delete from register.change");
    }

    @Test
    void notesWhatChangedAndNeverToWhat() {
        jdbc.update(
                "update register.citizen set permanent_ward = '00004', permanent_country = 'VN', card_issued_on = '2026-11-30',"
                        + " marital_status = '2', ten = 'KHAC' where citizen_id = 1");
        jdbc.update("update register.citizen set state = 'DECEASED', state_since = '2026-11-29' where citizen_id = 2");
        jdbc.update("update register.citizen set state_since = '2026-11-28' where citizen_id = 2");
        jdbc.update("update register.citizen set so_dinh_danh = '999900000003' where citizen_id = 3");
        jdbc.update("update register.citizen set so_dinh_danh = null where citizen_id = 4");
        jdbc.update("insert into register.citizen_number (number, citizen_id, kind, state)"
                + " values ('999000000004', 4, 'SO_DINH_DANH', 'CANCELLED')");
        jdbc.update("update register.citizen set so_dinh_danh = '999900000004' where citizen_id = 4");
        jdbc.update("update register.citizen set ten = ten");
        insertPeople(6);

        assertThat(jdbc.queryForList(
                        "select citizen_id || ' ' || kind || ' ' || array_to_string(fields, ',') from register.change order by seq",
                        String.class))
                .containsExactly(
                        "1 moved ThuongTru",
                        "1 card-changed SoDinhDanh",
                        "1 changed HoVaTen,TinhTrangHonNhan",
                        "2 deceased TrangThaiCongDan",
                        "2 changed TrangThaiCongDan",
                        "3 replaced SoDinhDanh",
                        "4 cancelled SoDinhDanh",
                        "4 replaced SoDinhDanh",
                        "6 created SoDinhDanh");
        assertThat(jdbc.queryForList(
                        "select number || '>' || successor from register.change where kind = 'replaced' order by seq",
                        String.class))
                .as("who lost the number is known by it until another is given")
                .containsExactly("999000000003>999900000003", "999000000004>999900000004");
    }

    @Test
    void givesChangesOfEachPersonTheOrderOfTheirCommitsWithoutGapsUnderWriters() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            List<Future<Integer>> work = writers.invokeAll(IntStream.range(0, WRITERS)
                    .<Callable<Integer>>mapToObj(writer -> () -> change(writer))
                    .toList());
            Future<Integer> meanwhile = writers.submit(() -> {
                int taken = 0;
                while (taken < WRITERS * CHANGES) {
                    taken += sequencer.sequence();
                }
                return taken;
            });
            for (Future<Integer> each : work) {
                each.get();
            }
            assertThat(meanwhile.get()).isEqualTo(WRITERS * CHANGES);
        } finally {
            writers.shutdownNow();
        }

        assertThat(jdbc.queryForList("select position from feed.event order by position", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, WRITERS * CHANGES).boxed().toList());
        // Each transaction counted one further on the person's row, which it held.
        assertThat(jdbc.queryForObject(
                        "select count(*) from (select changed_at < lag(changed_at) over (partition by citizen_id order by position)"
                                + " as behind from feed.event) o where behind",
                        Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from register.change", Integer.class))
                .isZero();
    }

    private int change(int writer) {
        for (int i = 0; i < CHANGES; i++) {
            int person = 1 + i % 2;
            transaction.executeWithoutResult(status -> jdbc.update(
                    "update register.citizen set email = coalesce(email, '0')::int + 1, religion = ? where citizen_id = ?",
                    writer + "." + System.nanoTime(),
                    person));
        }
        return CHANGES;
    }

    @Test
    void handsAnEventToThoseWhoFollowThenAndWantItsKind() {
        follow("p1", 1, null);
        follow("p2", 1, "{moved}");
        follow("p3", 2, null);
        jdbc.update("insert into feed.follow (partner, citizen_id, subject, terms_id, since, until)"
                + " values ('p4', 1, sha256('4'), 1, now() - interval '2 days', now() - interval '1 day')");
        jdbc.update("update register.citizen set marital_status = '2' where citizen_id = 1");
        jdbc.update("update register.citizen set so_dinh_danh = '999900000001' where citizen_id = 1");

        sequencer.sequence();

        assertThat(jdbc.queryForList("select partner || position from feed.signal order by 1", String.class))
                .as("a new number is for all, or nobody would know the person any more")
                .containsExactly("p11", "p12", "p22");
        assertThat(jdbc.queryForObject("select subject from feed.follow where partner = 'p2'", byte[].class))
                .isEqualTo(hash.of("999900000001"));
        assertThat(jdbc.queryForList("select subject from feed.event order by position", byte[].class))
                .allMatch(subject -> java.util.Arrays.equals(subject, hash.of("999000000001")));
    }

    @Test
    void takesNothingThatIsNotCommittedAndEverythingOnce() {
        transaction.executeWithoutResult(status -> {
            jdbc.update("update register.citizen set religion = '1' where citizen_id = 1");
            status.setRollbackOnly();
        });
        assertThat(sequencer.sequence()).isZero();
        jdbc.update("update register.citizen set religion = '1' where citizen_id = 1");
        // The instance is lost before the end of its transaction.
        transaction.executeWithoutResult(status -> {
            new JdbcSequencer(jdbc, transaction, hash, Clock.systemUTC()).sequence();
            status.setRollbackOnly();
        });

        assertThat(sequencer.sequence()).isOne();
        assertThat(sequencer.sequence()).isZero();
        assertThat(jdbc.queryForList("select position from feed.event", Long.class))
                .containsExactly(1L);
    }

    /** The long drill is KilledFeedIT. */
    @Test
    void passesOnByOneInstanceAndByTheNextTheSameEventsThatWereNotAcknowledged() throws Exception {
        jdbc.update("update register.citizen set religion = '1'");
        sequencer.sequence();
        JdbcChangeLead one = new JdbcChangeLead(database);
        JdbcChangeLead other = new JdbcChangeLead(database);
        List<RelaySource.Outgoing> sent;
        try (RelaySource.Lead lead = one.lead().orElseThrow()) {
            assertThat(other.lead()).isEmpty();
            lead.next(2);
            lead.acknowledged();
            sent = lead.next(2);
            // Lost before it could say so.
        }

        try (RelaySource.Lead next = other.lead().orElseThrow()) {
            List<RelaySource.Outgoing> again = next.next(10);
            assertThat(again).hasSize(3);
            for (int i = 0; i < sent.size(); i++) {
                assertThat(again.get(i).event()).isEqualTo(sent.get(i).event());
                assertThat(again.get(i).key()).isEqualTo(sent.get(i).key());
            }
            next.acknowledged();
            assertThat(next.next(10)).isEmpty();
        }
    }

    @Test
    void deletesWhatIsOldAndReadByKafka() {
        ShiftedClock clock = new ShiftedClock();
        jdbc.update("update register.citizen set religion = '1'");
        sequencer.sequence();
        JdbcEventRetention retention = new JdbcEventRetention(jdbc, transaction, Duration.ofDays(90), clock);
        jdbc.update("update feed.progress set relayed = 2");
        jdbc.update(
                "insert into feed.follow (partner, citizen_id, subject, terms_id, since, until) select 'p' || n, 1, sha256('4'), 1,"
                        + " now() - interval '1 year', now() - n * interval '1 day' from unnest(array[1, 91]) n");
        retention.run();
        assertThat(count()).isEqualTo(5);
        assertThat(jdbc.queryForList("select partner from feed.follow", String.class))
                .as("ended long ago")
                .doesNotContain("p91")
                .contains("p1");

        jdbc.update("update feed.event set made_at = now() - interval '91 days'");
        retention.run();

        assertThat(jdbc.queryForList("select position from feed.event order by 1", Long.class))
                .as("Kafka has not got the others yet")
                .containsExactly(3L, 4L, 5L);
        assertThat(jdbc.queryForObject("select deleted from feed.progress", Long.class))
                .isEqualTo(2);
    }

    @Test
    void writesCursorsInLettersAlone() {
        ChangeCursor cursor = new ChangeCursor(123_456_789_012L);

        assertThat(cursor.text()).matches("[a-p]{16}");
        assertThat(ChangeCursor.of(cursor.text())).contains(cursor);
        assertThat(ChangeCursor.of("zzz")).isEmpty();
    }

    private int count() {
        Integer count = jdbc.queryForObject("select count(*) from feed.event", Integer.class);
        return count == null ? 0 : count;
    }

    private void follow(String partner, int citizen, String kinds) {
        jdbc.update(
                "insert into feed.follow (partner, citizen_id, subject, terms_id, kinds, since)"
                        + " values (?, ?, ?, 1, ?::text[], now() - interval '1 hour')",
                partner,
                citizen,
                hash.of("99900000000" + citizen),
                kinds);
    }

    private void insertPeople(int upTo) {
        jdbc.update("insert into register.citizen (citizen_id, so_dinh_danh, ten, name_folded, birth_year)"
                + " select n, '99900000000' || n, 'MAU', 'MAU', 1980 from generate_series(1, " + upTo + ") n"
                + " on conflict do nothing");
    }
}
