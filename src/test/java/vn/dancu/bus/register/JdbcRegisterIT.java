package vn.dancu.bus.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;

@SuppressWarnings("NullAway.Init")
class JdbcRegisterIT {

    private static EmbeddedPostgres postgres;
    private static HikariDataSource dataSource;
    private static SimpleMeterRegistry meters;
    private static JdbcCitizenReader reader;
    private static PopulationRegister register;

    @BeforeAll
    static void openRegister() throws IOException {
        postgres = EmbeddedPostgres.start();
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        dataSource.setMaximumPoolSize(4);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        new JdbcTemplate(dataSource)
                .execute(new ClassPathResource("register/people.sql").getContentAsString(StandardCharsets.UTF_8));
        meters = new SimpleMeterRegistry();
        reader = reader(Duration.ofSeconds(2), 100);
        register = new JdbcRegister(dataSource, reader, Duration.ofSeconds(2));
    }

    @AfterAll
    static void closeRegister() throws IOException {
        reader.stop();
        dataSource.close();
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "999070000001, Nguyễn Văn Đức,   1970-02-03, FOUND",
        "999070000001, NGUYENVANDUC,     1970,       FOUND",
        "999000001,    nguyen van duc,   1970-02-03, FOUND",
        "999172000002, TRANTHIBINH,      1972-12-31, FOUND",
        "999070000009, NGUYENVANDUC,     1970-02-03, NOT_FOUND",
        "999000009,    NGUYENVANDUC,     1970-02-03, NOT_FOUND",
        "999070000001, NGUYENVANDUCC,    1970-02-03, NAME_MISMATCH",
        "999070000001, '***',            1970-02-03, NAME_MISMATCH",
        "999070000001, NGUYENVANDUC,     1970-02-04, BIRTH_DATE_MISMATCH",
        "999172000002, TRANTHIBINH,      1973,       BIRTH_DATE_MISMATCH",
        "999072000002, TRANTHIBINH,      1972,       ID_REPLACED",
        "999072000002, TRANTHIBINHH,     1972,       NAME_MISMATCH",
        "999050000004, LETU,             1950-01-01, DECEASED",
        "999150000004, LETU,             1950-01-01, DECEASED",
        "999080000005, LEVANNAM,         1980-01-01, MISSING",
        "999081000006, LEVANSAU,         1981-01-01, ID_CANCELLED",
        "999081000006, LEVANSAU,         1982-01-01, BIRTH_DATE_MISMATCH"
    })
    void tellsHowNumberNameAndDateAgree(String number, String name, String birth, ResultStatus status) {
        CitizenLookup lookup = register.findCitizen(key(number, name, date(birth)), CitizenFields.OF_CITIZEN);

        assertThat(lookup.status()).isEqualTo(status);
        assertThat(lookup instanceof CitizenLookup.Found).isEqualTo(status.isFound());
    }

    @Test
    void looksNoFurtherThanTheNameWhenNoDateIsGiven() {
        assertThat(register.findCitizen(key("999070000001", "NGUYENVANDUC", null), Set.of())
                        .status())
                .isEqualTo(ResultStatus.FOUND);
    }

    @Test
    void readsTheWholeRecord() {
        Citizen citizen = found("999070000001", "NGUYENVANDUC", "1970", CitizenFields.OF_CITIZEN);

        RelatedPerson wife =
                new RelatedPerson("999172000002", null, "VN", PersonName.whole("TRẦN THỊ BÌNH"), null, null, null);
        RelatedPerson head = new RelatedPerson(
                "999070000001", "999000001", "VN", new PersonName("Nguyễn", "Văn", "Đức"), "CH01", null, null);
        assertThat(citizen)
                .isEqualTo(new Citizen(
                        "999070000001",
                        "999000001",
                        new PersonName("Nguyễn", "Văn", "Đức"),
                        "1",
                        "01",
                        null,
                        "00",
                        null,
                        "2",
                        "04",
                        BirthDate.of(LocalDate.of(1970, 2, 3)),
                        new Address("01", "001", "00004", null, "VN"),
                        new Address("40", null, "16681", null, "VN"),
                        new Address("01", null, "00004", "Số 1 phố Thử", "VN"),
                        new Address(null, null, null, "1 Test Street", "FR"),
                        "VN",
                        null,
                        null,
                        wife,
                        null,
                        head,
                        "999000001",
                        CitizenStatus.ALIVE,
                        List.of()));
    }

    @Test
    void readsParentsAndRepresentative() {
        Citizen citizen = found("999301000003", "NGUYENTHIAN", "2001", CitizenFields.OF_CITIZEN);

        assertThat(citizen.father()).isEqualTo(citizen.representative()).isNotNull();
        assertThat(citizen.mother()).isNotNull();
        assertThat(citizen.spouse()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"SoDinhDanh", "QueQuan", "VoChong", "ChuHo", "SoSoHoKhau", "TrangThaiCongDan", "NgayThangNamSinh"})
    void readsOnlyWhatIsWanted(String field) {
        Set<FieldPath> wanted = Set.of(FieldPath.of(field));

        Citizen citizen = found("999070000001", "NGUYENVANDUC", "1970", wanted);

        Citizen whole = found("999070000001", "NGUYENVANDUC", "1970", CitizenFields.OF_CITIZEN);
        assertThat(citizen).isEqualTo(whole.only(wanted)).isNotEqualTo(whole);
    }

    @Test
    void namesTheCurrentNumberForAReplacedOne() {
        Citizen citizen = found("999072000002", "Trần Thị Bình", "1972", CitizenFields.OF_CITIZEN);

        assertThat(citizen.soDinhDanh()).isEqualTo("999172000002");
        assertThat(citizen.birthDate()).isEqualTo(BirthDate.ofYear(1972));
        assertThat(citizen.ethnicityOtherName()).isEqualTo("Nguồn");
    }

    @Test
    void readsTheHouseholdHeadFirst() {
        HouseholdLookup lookup =
                register.findHousehold(key("999301000003", "NGUYENTHIAN", date("2001")), CitizenFields.OF_HOUSEHOLD);

        assertThat(lookup).isInstanceOf(HouseholdLookup.Found.class);
        Household household = ((HouseholdLookup.Found) lookup).household();
        assertThat(household.householdBook()).isEqualTo("999000001");
        assertThat(household.address()).isEqualTo(new Address("01", null, "00004", "Số 1 phố Thử", "VN"));
        assertThat(household.members())
                .extracting(RelatedPerson::soDinhDanh)
                .containsExactly("999070000001", "999172000002", "999301000003");
        assertThat(household.members()).extracting(RelatedPerson::relation).containsExactly("CH01", "CH02", "CH03");
        assertThat(household.members().get(1).birthDate()).isEqualTo(BirthDate.ofYear(1972));
        assertThat(household.head())
                .extracting(RelatedPerson::soDinhDanh, RelatedPerson::relation)
                .containsExactly("999070000001", "CH01");
    }

    @Test
    void readsAHouseholdWithoutItsMembers() {
        HouseholdLookup lookup = register.findHousehold(
                key("999301000003", "NGUYENTHIAN", date("2001")), Set.of(CitizenFields.SO_SO_HO_KHAU.path()));

        assertThat(lookup)
                .isEqualTo(new HouseholdLookup.Found(
                        ResultStatus.FOUND, new Household("999000001", null, null, List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "999080000005, LEVANNAM,    1980, NOT_FOUND",
        "999301000003, NGUYENTHIAM, 2001, NAME_MISMATCH",
        "999301000009, NGUYENTHIAN, 2001, NOT_FOUND"
    })
    void findsNoHouseholdWithoutThePersonOrWithoutTheHousehold(
            String number, String name, String birth, ResultStatus status) {
        assertThat(register.findHousehold(key(number, name, date(birth)), CitizenFields.OF_HOUSEHOLD))
                .isEqualTo(new HouseholdLookup.Absent(status));
    }

    @Test
    void saysThatTheRegisterIsUnavailableWhenTheDatabaseDoesNotAnswerInTime() throws Exception {
        Duration soon = Duration.ofMillis(150);
        JdbcCitizenReader impatientReader = reader(soon, 100);
        PopulationRegister impatient = new JdbcRegister(dataSource, impatientReader, soon);
        try (var blocker = dataSource.getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table register.citizen in access exclusive mode");

            assertThatExceptionOfType(BusException.class)
                    .isThrownBy(() -> impatient.findCitizen(key("999070000001", "NGUYENVANDUC", null), Set.of()))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.REGISTER_UNAVAILABLE));
            blocker.rollback();
        }
        assertThat(impatient
                        .findCitizen(key("999070000001", "NGUYENVANDUC", null), Set.of())
                        .status())
                .isEqualTo(ResultStatus.FOUND);
        impatientReader.stop();
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
                statuses.add(askers.submit(
                        () -> register.findCitizen(key, Set.of()).status()));
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
        assertThat(meters.get("dancu.register.batch.failed").counter().count()).isPositive();
    }

    @Test
    void answersThoughTheConnectionOfItsBatchBreaks() throws Exception {
        try (var blocker = dataSource.getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table register.citizen in access exclusive mode");
            CompletableFuture<CitizenLookup> lookup = CompletableFuture.supplyAsync(() ->
                    register.findCitizen(key("999070000001", "NGUYENVANDUC", null), Set.of()));
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

    /** From a connection that is not one of the pool's, which the test may hold all. */
    private static boolean jdbcWaits() {
        return Boolean.TRUE.equals(new JdbcTemplate(postgres.getPostgresDatabase())
                .queryForObject("select exists (select 1 from pg_locks where not granted)", Boolean.class));
    }

    private static DistributionSummary batches() {
        return meters.get("dancu.register.batch").summary();
    }

    private static JdbcCitizenReader reader(Duration timeout, int maxWaiting) {
        JdbcCitizenReader made = new JdbcCitizenReader(dataSource, timeout, maxWaiting, new QuestionsInFlight(), meters);
        made.start();
        return made;
    }

    private static Citizen found(String number, String name, String birth, Set<FieldPath> wanted) {
        CitizenLookup lookup = register.findCitizen(key(number, name, date(birth)), wanted);
        assertThat(lookup).isInstanceOf(CitizenLookup.Found.class);
        return ((CitizenLookup.Found) lookup).citizen();
    }

    private static PersonKey key(String number, String name, @Nullable BirthDate birth) {
        PersonalId id = number.length() == 12 ? PersonalId.soDinhDanh(number) : PersonalId.soCmnd(number);
        return new PersonKey(id, name, birth);
    }

    private static BirthDate date(String text) {
        return text.length() == 4 ? BirthDate.ofYear(Integer.parseInt(text)) : BirthDate.of(LocalDate.parse(text));
    }
}
