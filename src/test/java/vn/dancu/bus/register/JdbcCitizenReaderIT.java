package vn.dancu.bus.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.ResultStatus;

/** Many askers at one time. */
@SuppressWarnings("NullAway.Init")
class JdbcCitizenReaderIT {

    private static final DataSource DATABASE = MigratedDatabase.fresh();

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static HikariDataSource dataSource;
    private static JdbcCitizenReader reader;
    private static PopulationRegister register;

    @BeforeAll
    static void openRegister() throws IOException {
        dataSource = new HikariDataSource();
        dataSource.setDataSource(DATABASE);
        dataSource.setMaximumPoolSize(4);
        new JdbcTemplate(DATABASE)
                .execute(new ClassPathResource("register/people.sql").getContentAsString(StandardCharsets.UTF_8));
        reader = reader(Duration.ofSeconds(2), 100);
        register = new JdbcRegister(dataSource, reader, Duration.ofSeconds(2));
    }

    @AfterAll
    static void closeRegister() {
        reader.stop();
        dataSource.close();
    }

    @Test
    void givesEachOfManyAskersItsOwnPerson() throws Exception {
        List<PersonKey> keys = List.of(
                key("999070000001", "NGUYENVANDUC", date("1970")),
                key("999000001", "NGUYENVANDUC", date("1970-02-03")),
                key("999070000001", "NGUYENVANDUCC", date("1970")),
                key("999172000002", "TRANTHIBINH", date("1972")),
                key("999072000002", "TRANTHIBINH", date("1972")),
                key("999050000004", "LETU", date("1950")),
                key("999081000006", "LEVANSAU", date("1981")),
                key("999070000009", "NGUYENVANDUC", date("1970")));
        List<Set<FieldPath>> wanted = List.of(
                CitizenFields.OF_CITIZEN, Set.of(), Set.of(FieldPath.of("HoVaTen")), Set.of(FieldPath.of("ChuHo")));
        Map<List<Object>, CitizenLookup> alone = new HashMap<>();
        for (PersonKey key : keys) {
            wanted.forEach(fields -> alone.put(List.of(key, fields), register.findCitizen(key, fields)));
        }

        askers(2000, asker -> {
            PersonKey key = keys.get(asker % keys.size());
            Set<FieldPath> fields = wanted.get(asker / keys.size() % wanted.size());
            return assertThat(register.findCitizen(key, fields)).isEqualTo(alone.get(List.of(key, fields)));
        });

        assertThat(batches().max()).isGreaterThan(1);
    }

    @Test
    void asksEachQuestionByItselfWhenItsBatchFails() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("alter table register.citizen_number drop constraint citizen_number_state");
        jdbc.update("update register.citizen_number set state = 'BROKEN' where number = '999081000006'");
        try (var blocker = dataSource.getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table register.citizen in access exclusive mode");
            ExecutorService askers = Executors.newFixedThreadPool(20);
            List<Future<ResultStatus>> statuses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                PersonKey key = i % 5 == 4
                        ? key("999081000006", "LEVANSAU", date("1981"))
                        : key("999070000001", "NGUYENVANDUC", date("1970"));
                statuses.add(
                        askers.submit(() -> register.findCitizen(key, Set.of()).status()));
            }
            await().until(() -> jdbcWaits());
            blocker.rollback();

            for (int i = 0; i < 20; i++) {
                Future<ResultStatus> status = statuses.get(i);
                if (i % 5 == 4) {
                    assertThatExceptionOfType(ExecutionException.class)
                            .isThrownBy(status::get)
                            .withCauseInstanceOf(IllegalArgumentException.class);
                } else {
                    assertThat(status.get()).isEqualTo(ResultStatus.FOUND);
                }
            }
            askers.shutdown();
        } finally {
            jdbc.update("update register.citizen_number set state = 'CANCELLED' where number = '999081000006'");
        }
        assertThat(METERS.get("dancu.register.batch.failed").counter().count()).isPositive();
    }

    @Test
    void answersThoughTheConnectionOfItsBatchBreaks() throws Exception {
        try (var blocker = dataSource.getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table register.citizen in access exclusive mode");
            CompletableFuture<CitizenLookup> lookup = CompletableFuture.supplyAsync(
                    () -> register.findCitizen(key("999070000001", "NGUYENVANDUC", null), Set.of()));
            await().until(() -> jdbcWaits());
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'");
            blocker.rollback();

            assertThat(lookup.get().status()).isEqualTo(ResultStatus.FOUND);
        }
    }

    @Test
    void refusesMoreThanMayWaitAndWhatComesWhenItIsStopped() throws Exception {
        JdbcCitizenReader narrow = reader(Duration.ofMillis(500), 3);
        PopulationRegister busy = new JdbcRegister(dataSource, narrow, Duration.ofMillis(500));
        PersonKey key = key("999070000001", "NGUYENVANDUC", null);
        Set<ErrorCode> refusals = ConcurrentHashMap.newKeySet();
        try (var blocker = dataSource.getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table register.citizen in access exclusive mode");
            askers(40, asker -> refusals.add(refusal(() -> busy.findCitizen(key, Set.of()))));
            blocker.rollback();
        }
        assertThat(refusals).containsExactlyInAnyOrder(ErrorCode.OVERLOADED, ErrorCode.REGISTER_UNAVAILABLE);
        await().until(() -> busy.findCitizen(key, Set.of()).status() == ResultStatus.FOUND);

        narrow.stop();

        assertThat(refusal(() -> busy.findCitizen(key, Set.of()))).isEqualTo(ErrorCode.REGISTER_UNAVAILABLE);
    }

    private static ErrorCode refusal(Runnable question) {
        try {
            question.run();
            throw new AssertionError("It was answered");
        } catch (BusException e) {
            return e.refusal().code();
        }
    }

    private static void askers(int questions, IntFunction<Object> question) throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(32);
        List<Future<Object>> answers = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            int asker = i;
            answers.add(askers.submit(() -> question.apply(asker)));
        }
        for (Future<Object> answer : answers) {
            answer.get();
        }
        askers.shutdown();
    }

    /** Asked on a connection that is not one of the pool's. */
    private static boolean jdbcWaits() {
        return Boolean.TRUE.equals(new JdbcTemplate(DATABASE)
                .queryForObject("select exists (select 1 from pg_locks where not granted)", Boolean.class));
    }

    private static DistributionSummary batches() {
        return METERS.get("dancu.register.batch").summary();
    }

    private static JdbcCitizenReader reader(Duration timeout, int maxWaiting) {
        JdbcCitizenReader made =
                new JdbcCitizenReader(dataSource, timeout, maxWaiting, new QuestionsInFlight(), METERS);
        made.start();
        return made;
    }

    private static PersonKey key(String number, String name, @Nullable BirthDate birth) {
        PersonalId id = number.length() == 12 ? PersonalId.soDinhDanh(number) : PersonalId.soCmnd(number);
        return new PersonKey(id, name, birth);
    }

    private static BirthDate date(String text) {
        return text.length() == 4 ? BirthDate.ofYear(Integer.parseInt(text)) : BirthDate.of(LocalDate.parse(text));
    }
}
