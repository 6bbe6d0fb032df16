package vn.dancu.bus.enrichment.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.enrichment.CheckedRecord;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisterSettings;

/** The rules of matching stand twice, in PersonMatcher for one question and in SQL for a chunk; generated cases hold one against the other. */
class ChunkMergeIT {

    private static final int PEOPLE = 60;
    private static final int RECORDS = 600;
    private static final long SEED = 14;

    private final HikariDataSource database = pool(MigratedDatabase.fresh());
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final Random random = new Random(SEED);

    @EnableConfigurationProperties(RegisterSettings.class)
    static class Settings {}

    /** A connection for each of hundreds of statements takes longer than the statements. */
    private static HikariDataSource pool(DataSource server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsWhomTheRegisterFinds() throws IOException {
        fillRegister();
        List<CheckedRecord.Accepted> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(new CheckedRecord.Accepted(
                    i + 1, number(), name(), birthDate(), null, null, List.of("value " + i)));
        }

        String letters = merge(records);

        Set<Long> found = new HashSet<>();
        try (AnnotationConfigApplicationContext context = register()) {
            PopulationRegister register = context.getBean(PopulationRegister.class);
            for (int i = 0; i < RECORDS; i++) {
                CheckedRecord.Accepted record = records.get(i);
                ResultStatus status = register.findCitizen(
                                new PersonKey(
                                        PersonalId.soDinhDanh(record.number()),
                                        record.foldedName(),
                                        record.birthDate()),
                                Set.of())
                        .status();
                boolean isFirst = outcome(status) != RecordOutcome.MERGED_NEW || found.add(citizen(record.number()));
                assertThat(OutcomeLetters.outcome(letters.charAt(i)))
                        .as("record %d: %s", i, status)
                        .isEqualTo(isFirst ? outcome(status) : RecordOutcome.DUPLICATE_IN_FILE);
                if (status == ResultStatus.ID_REPLACED) {
                    assertThat(OutcomeLetters.isByReplaced(letters.charAt(i))).isTrue();
                }
            }
        }
        assertThat(letters.chars().map(Character::toUpperCase).distinct().count())
                .as("outcomes that the cases reach")
                .isEqualTo(7);
        assertThat(jdbc.queryForObject("select count(*) from register.enriched", Integer.class))
                .isEqualTo(found.size());
    }

    @Test
    void letsQuestionsThroughWhileTheFirstFileOfAGroupIsMerged() {
        transaction.executeWithoutResult(status -> {
            new JdbcEnrichedGroups(jdbc).lock("TheBHYT");

            try (Connection question = database.getConnection();
                    Statement statement = question.createStatement()) {
                statement.execute("set lock_timeout = '2s'");
                statement.execute("select from register.enriched where group_id = 2 and citizen_id = 1");
            } catch (SQLException e) {
                throw new AssertionError("A question waits for the merge", e);
            }
        });
    }

    @Test
    void reportsToTheFeedWhatItMergedOfPeopleWhomSomebodyFollows() throws IOException {
        fillRegister();
        jdbc.update("delete from register.change");
        jdbc.update("insert into feed.terms (partner, officer, reason) values ('p1', 'o1', 'r')");
        jdbc.update(
                "insert into feed.follow (partner, citizen_id, subject, terms_id, since)"
                        + " select 'p1', citizen_id, sha256(citizen_id::text::bytea), 1, now() from register.citizen where citizen_id % 2 = 0");
        List<CheckedRecord.Accepted> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(new CheckedRecord.Accepted(
                    i + 1, number(), name(), birthDate(), null, null, List.of("value " + i)));
        }

        merge(records);

        List<Long> reported = jdbc.queryForList(
                "select citizen_id from register.change where kind = 'changed' and fields = '{TheBHYT}' order by 1",
                Long.class);
        assertThat(reported)
                .isNotEmpty()
                .isEqualTo(jdbc.queryForList(
                        "select citizen_id from register.enriched where citizen_id % 2 = 0 order by 1", Long.class));
    }

    @Test
    void notesNothingForTheFeedWhereNobodyFollows() throws IOException {
        fillRegister();
        jdbc.update("delete from register.change");

        merge(List.of(
                new CheckedRecord.Accepted(1, "999000000001", name(), birthDate(), null, null, List.of("value")),
                new CheckedRecord.Accepted(2, "999000000002", name(), birthDate(), null, null, List.of("value"))));

        assertThat(jdbc.queryForObject("select count(*) from register.change", Integer.class))
                .isZero();
    }

    private static RecordOutcome outcome(ResultStatus status) {
        return switch (status) {
            case FOUND, MISSING, ID_REPLACED -> RecordOutcome.MERGED_NEW;
            case NAME_MISMATCH -> RecordOutcome.NAME_DIFFERS;
            case BIRTH_DATE_MISMATCH -> RecordOutcome.BIRTH_DIFFERS;
            case NOT_FOUND -> RecordOutcome.UNKNOWN;
            case ID_CANCELLED -> RecordOutcome.AMBIGUOUS;
            case DECEASED -> RecordOutcome.DECEASED;
            default -> throw new IllegalStateException("The register answers so: " + status);
        };
    }

    private String merge(List<CheckedRecord.Accepted> records) throws IOException {
        ChunkTable table = new ChunkTable(1, 0);
        JdbcChunkStaging staging = new JdbcChunkStaging(jdbc);
        transaction.executeWithoutResult(status -> {
            try {
                staging.stage(table, LocalDate.of(2026, 11, 1), sink -> {
                    for (CheckedRecord.Accepted record : records) {
                        sink.add(record);
                    }
                });
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            jdbc.update("insert into enrichment.job (id, source, authority, document, profile, content, content_length,"
                    + " content_sha256, verified_on, delivered_by, received_at, state, changed_at, next_try, chunk_records)"
                    + " values (gen_random_uuid(), 's1', 'a', 'd', 'csv', gen_random_uuid(), 1, '', now(), 'x', now(),"
                    + " 'checked', now(), now(), 1)");
        });
        return transaction.execute(status -> new JdbcChunkMerge(jdbc, new JdbcEnrichedGroups(jdbc))
                .merge(new StagedChunk(table, records.size(), new PassedPeople(), true), terms())
                .letters());
    }

    private static MergeTerms terms() {
        return new MergeTerms(
                1,
                UUID.randomUUID(),
                "s1",
                "a",
                "d",
                Instant.EPOCH,
                "TheBHYT",
                List.of("MaThe"),
                new EnrichmentSource.Standing(500, EnrichmentSource.Freshness.VERIFIED_LAST, Set.of()));
    }

    private AnnotationConfigApplicationContext register() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.register(Settings.class);
        context.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(QuestionsInFlight.class, QuestionsInFlight::new);
        context.scan("vn.dancu.bus.register");
        context.refresh();
        return context;
    }

    private long citizen(String number) {
        Long id = jdbc.queryForObject(
                "select citizen_id from register.citizen_number where number = ?", Long.class, number);
        return id == null ? 0 : id;
    }

    /** Names and dates are few, so that cases meet; a person has a number in force, a replaced one, and some a cancelled one. */
    private void fillRegister() {
        for (int i = 1; i <= PEOPLE; i++) {
            BirthDate birth = birthDate();
            String state = random.nextInt(6) == 0 ? "DECEASED" : random.nextInt(6) == 0 ? "MISSING" : "ALIVE";
            jdbc.update(
                    "insert into register.citizen (citizen_id, so_dinh_danh, ten, name_folded, birth_year, birth_date, state,"
                            + " state_since) values (?, ?, 'x', ?, ?, ?, ?, ?)",
                    i,
                    String.format("9990%08d", i),
                    name(),
                    birth.year(),
                    birth.day(),
                    state,
                    state.equals("ALIVE") ? null : LocalDate.of(2020, 1, 1));
            number(String.format("9990%08d", i), i, random.nextInt(8) == 0 ? "CANCELLED" : "CURRENT");
            number(String.format("9991%08d", i), i, "REPLACED");
        }
    }

    private void number(String number, int citizen, String state) {
        jdbc.update(
                "insert into register.citizen_number (number, citizen_id, kind, state, replaced_by) values (?, ?, 'SO_DINH_DANH',"
                        + " ?, ?)",
                number,
                citizen,
                state,
                state.equals("REPLACED") ? number : null);
    }

    private String number() {
        return String.format("999%d%08d", random.nextInt(2), 1 + random.nextInt(PEOPLE + 5));
    }

    private String name() {
        return random.nextInt(5) == 0 ? "MAUVANHAI" : "MAUVANMOT";
    }

    private BirthDate birthDate() {
        int year = 1990 + random.nextInt(10) / 9;
        return random.nextInt(3) == 0
                ? BirthDate.ofYear(year)
                : BirthDate.of(LocalDate.of(year, 1, 1 + random.nextInt(10) / 9));
    }
}
