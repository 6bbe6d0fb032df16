package vn.dancu.bus.audit.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** The events of a person with two numbers, among those of others in three months. */
class PersonEventsIT {

    private static final DataSource DATABASE = MigratedDatabase.fresh();
    private static final JdbcTemplate JDBC = new JdbcTemplate(DATABASE);
    private static final SecretBox BOX = SecretBox.forUse(new byte[32], PersonHash.USE);
    private static final Set<PersonalId> PERSON =
            Set.of(PersonalId.soDinhDanh("999000000001"), PersonalId.soCmnd("999000001"));

    /** 30,000 events of 100 others; every fiftieth is about the person, by either number; every seventh of these by the police. */
    private static final String FILL =
            """
            insert into audit.event (xid, seq, id, kind, occurred_at, partner, service, officer, result, person_hash, key_period, event)
            select (n / 500 + 100)::text::xid8, n %% 500, md5(n::text)::uuid, case when n %% 11 = 0 then 'REFUSAL' else 'ANSWER' end,
                   timestamptz '2026-09-01Z' + n * interval '250 seconds',
                   case when n %% 350 = 0 then 'police' else 'p' || n %% 20 end, 'TraCuuThongTinCongDan', 'canbo1', 'found',
                   case when n %% 100 = 0 then decode('%s', 'hex') when n %% 50 = 0 then decode('%s', 'hex')
                        else sha256((n %% 100)::text::bytea) end,
                   202609,
                   '{"data":{"door":"soap","purpose":"' || case when n %% 700 = 0 then 'dieu-tra' else 'giai-quyet-tthc' end
                   || '","releasedFields":["HoVaTen"]}}'
            from generate_series(1, 30000) as n""";

    private final JdbcPersonEvents events = new JdbcPersonEvents(reader(), reader(), BOX);

    @BeforeAll
    static void fill() {
        List<String> hashes = PERSON.stream()
                .sorted((a, b) -> b.digits().length() - a.digits().length())
                .map(number -> HexFormat.of().formatHex(PersonHash.of(BOX, number)))
                .toList();
        JDBC.execute("select audit.make_months(date '2026-09-01', 4)");
        JDBC.execute(String.format(FILL, hashes.get(0), hashes.get(1)));
        JDBC.execute("vacuum analyze audit.event");
    }

    private static JdbcSnapshotReader reader() {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(DATABASE));
        return new JdbcSnapshotReader(new JdbcTemplate(DATABASE), transactions, Duration.ofSeconds(20));
    }

    @Test
    void findsWhatWasAskedByEitherNumberNewestFirst() {
        List<PersonEvent> found = events.list(query(List.of()), null, 1000);

        assertThat(found).hasSize(600);
        assertThat(found).extracting(PersonEvent::occurredAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(events.count(query(List.of()), 1000)).isEqualTo(600);
        assertThat(events.count(query(List.of()), 99)).isEqualTo(99);
    }

    @Test
    void continuesBehindACursorWhateverWasConcealed() {
        List<PersonEvents.Concealment> police = List.of(hide(Set.of("police"), Set.of()));
        List<PersonEvent> all = events.list(query(police), null, 1000);

        PersonEvent tenth = all.get(9);
        assertThat(events.list(query(police), tenth.cursor(), 1000)).isEqualTo(all.subList(10, all.size()));
        assertThat(all).hasSize(600 - 85);
        assertThat(events.count(query(police), 1000)).isEqualTo(600 - 85);
    }

    @Test
    void concealsOnlyWhatMeetsAllConditionsAndOccurredAfterTheMoment() {
        assertThat(events.count(query(List.of(hide(Set.of("police"), Set.of("dieu-tra")))), 1000))
                .isEqualTo(600 - 42);
        assertThat(events.count(query(List.of(hide(Set.of(), Set.of("dieu-tra")))), 1000))
                .isEqualTo(600 - 42);
        PersonEvents.Concealment later = new PersonEvents.Concealment(
                Set.of("police"), Set.of(), Set.of(), Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(events.list(query(List.of(later)), null, 1000))
                .filteredOn(event -> "police".equals(event.partner()))
                .isNotEmpty()
                .allMatch(event -> event.occurredAt().isBefore(Instant.parse("2026-11-01T00:00:01Z")));
        UUID hidden = UUID.nameUUIDFromBytes(new byte[0]);
        assertThat(events.find(query(List.of()), hidden)).isEmpty();
    }

    @Test
    void readsNoFilledMonthFromItsBeginningToItsEnd() {
        List<byte[]> hashes =
                PERSON.stream().map(number -> PersonHash.of(BOX, number)).toList();
        PersonStatement statement =
                JdbcPersonEvents.list(query(List.of(hide(Set.of("police"), Set.of("dieu-tra")))), hashes, null, 100);

        String plan =
                String.join("\n", JDBC.queryForList("explain " + statement.sql(), String.class, statement.values()));

        assertThat(plan)
                .contains("event_answer_202609_person_hash")
                .doesNotContain("Seq Scan on event_answer_202609")
                .doesNotContain("Seq Scan on event_answer_202610")
                .doesNotContain("Seq Scan on event_refusal_202609");
    }

    @Test
    void saysSinceWhenTheTrailIsKeptAndNeedsNoKeyOfAMonth() {
        assertThat(events.keptSince()).isEmpty();
        JDBC.update(
                "insert into audit.key_period (number, since, until, made_at, destroyed_at) values (202609, now(), now(), now(), now())");
        JDBC.update(
                "insert into audit.archive (kind, month, part, file, sha256, bytes, records, recipient, archived_at, dropped_at)"
                        + " values ('ANSWER', 202607, 1, 'x', '', 0, 0, 'x', now(), now()), ('SEAL', 202608, 1, 'y', '', 0, 0, 'x', now(), now())");

        assertThat(events.keptSince()).contains(Instant.parse("2026-08-01T00:00:00Z"));
        assertThat(events.count(query(List.of()), 1000)).isEqualTo(600);
    }

    private static PersonEvents.Query query(List<PersonEvents.Concealment> concealed) {
        return new PersonEvents.Query(PERSON, null, null, false, concealed);
    }

    private static PersonEvents.Concealment hide(Set<String> partners, Set<String> purposes) {
        return new PersonEvents.Concealment(partners, purposes, Set.of(), Instant.EPOCH);
    }
}
