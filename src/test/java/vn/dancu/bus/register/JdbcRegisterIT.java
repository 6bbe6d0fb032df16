package vn.dancu.bus.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import vn.dancu.bus.message.population.group.CitizenGroups;
import vn.dancu.bus.message.population.group.NamedText;
import vn.dancu.bus.message.population.group.OtherGroup;

@SuppressWarnings("NullAway.Init")
class JdbcRegisterIT {

    private static EmbeddedPostgres postgres;
    private static HikariDataSource dataSource;
    private static JdbcCitizenReader reader;
    private static PopulationRegister register;

    @BeforeAll
    static void openRegister() throws IOException {
        postgres = EmbeddedPostgres.start();
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        dataSource.setMaximumPoolSize(2);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        new JdbcTemplate(dataSource)
                .execute(new ClassPathResource("register/people.sql").getContentAsString(StandardCharsets.UTF_8));
        reader = reader(Duration.ofSeconds(2));
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
                        CitizenGroups.NONE,
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
        JdbcCitizenReader impatientReader = reader(soon);
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

    private static JdbcCitizenReader reader(Duration timeout) {
        JdbcCitizenReader made =
                new JdbcCitizenReader(dataSource, timeout, 100, new QuestionsInFlight(), new SimpleMeterRegistry());
        made.start();
        return made;
    }

    @Test
    void readsTheWantedGroupsOfOtherAuthorities() {
        bring(1, "TheBHYT", "{MaThe,GiaTriDen,KhongCoTrongThongDiep}", "GD4019900000001", "", "x");
        bring(2, "MaSoThue", "{MaSoThue,TrangThai}", "9900000217", "Đang hoạt động");
        bring(3, "DuLieuLamGiau/HoNgheo", "{SoSo,Loai}", "99000001", "");
        Set<FieldPath> wanted =
                Set.of(FieldPath.of("TheBHYT"), FieldPath.of("HocSinh"), FieldPath.of("DuLieuLamGiau/HoNgheo/SoSo"));

        CitizenGroups groups =
                found("999070000001", "NGUYENVANDUC", "1970", wanted).groups();

        assertThat(groups.known()).containsOnlyKeys("TheBHYT");
        assertThat(groups.known().get("TheBHYT").texts())
                .containsExactly(
                        "GD4019900000001", null, null, null, null, null, null, null, null, "bhxh", "2026-10-05");
        assertThat(groups.others())
                .containsExactly(
                        new OtherGroup("HoNgheo", List.of(new NamedText("SoSo", "99000001")), "bhxh", "2026-10-05"));
        assertThat(found("999070000001", "NGUYENVANDUC", "1970", CitizenFields.OF_CITIZEN)
                        .groups())
                .isEqualTo(CitizenGroups.NONE);
        assertThat(found("999301000003", "NGUYENTHIAN", "2001", CitizenFields.WITH_GROUPS)
                        .groups())
                .isEqualTo(CitizenGroups.NONE);
    }

    /** To the first person of the register. */
    private static void bring(int origin, String element, String names, String... values) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Integer group = jdbc.queryForObject(
                "insert into register.enriched_group (element) values (?) returning id", Integer.class, element);
        jdbc.execute("create table register.enriched_%1$d partition of register.enriched for values in (%1$d)"
                .formatted(group));
        jdbc.update(
                "insert into register.enriched_origin values (?, ?, gen_random_uuid(), 's', 'bhxh', 'd', 500, ?::text[], now())",
                origin,
                group,
                names);
        jdbc.update(
                "insert into register.enriched values (1, ?, date '2026-10-05', ?, ?)",
                origin,
                group,
                String.join("\u001f", values));
    }

    private static Citizen found(String number, String name, String birth, Set<FieldPath> wanted) {
        CitizenLookup lookup = register.findCitizen(key(number, name, date(birth)), wanted);
        assertThat(lookup).isInstanceOf(CitizenLookup.Found.class);
        return ((CitizenLookup.Found) lookup).citizen();
    }

    @Test
    void findsAPersonByTheNumberAloneWithTheNumberInForce() {
        new JdbcTemplate(dataSource).update("update register.citizen set mobile = '0999070001' where citizen_id = 2");

        RegisteredPerson person =
                register.findPerson(PersonalId.soDinhDanh("999072000002")).orElseThrow();

        assertThat(person)
                .isEqualTo(new RegisteredPerson(
                        PersonalId.soDinhDanh("999172000002"),
                        "TRẦN THỊ BÌNH",
                        BirthDate.ofYear(1972),
                        CitizenStatus.ALIVE,
                        "0999070001",
                        List.of(),
                        List.of()));
        assertThat(register.findPerson(PersonalId.soDinhDanh("999172000002"))).hasValue(person);
        assertThat(register.findCitizen(person.key(), Set.of()).status()).isEqualTo(ResultStatus.FOUND);
    }

    @ParameterizedTest
    @CsvSource({"999070000001", "999000001"})
    void findsChildrenAndThoseWhomThePersonRepresentsByEitherRecord(String number) {
        RegisteredPerson person = register.findPerson(id(number)).orElseThrow();

        assertThat(person.name()).isEqualTo("Nguyễn Văn Đức");
        assertThat(person.current()).isEqualTo(id("999070000001"));
        assertThat(person.children()).containsExactly(id("999301000003"));
        assertThat(person.represented()).containsExactly(id("999301000003"));
        assertThat(person.mobile()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"999070000009", "999000009", "999081000006"})
    void findsNobodyUnderAnUnknownOrCancelledNumber(String number) {
        assertThat(register.findPerson(id(number))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"999150000004, DECEASED", "999080000005, MISSING"})
    void tellsTheStateOfThePerson(String number, CitizenStatus state) {
        assertThat(register.findPerson(id(number)).orElseThrow().state()).isEqualTo(state);
    }

    private static PersonalId id(String number) {
        return number.length() == 12 ? PersonalId.soDinhDanh(number) : PersonalId.soCmnd(number);
    }

    private static PersonKey key(String number, String name, @Nullable BirthDate birth) {
        return new PersonKey(id(number), name, birth);
    }

    private static BirthDate date(String text) {
        return text.length() == 4 ? BirthDate.ofYear(Integer.parseInt(text)) : BirthDate.of(LocalDate.parse(text));
    }
}
