package vn.dancu.bus.sandbox.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sandbox.seed.SeededRegister;

@SuppressWarnings("NullAway.Init")
class SyntheticPeopleControllerIT {

    private static SyntheticPeopleController door;

    @BeforeAll
    static void openDoor() {
        DataSource database = MigratedDatabase.fresh();
        SeededRegister.seed(database, 10_000, 1);
        door = new SyntheticPeopleController(new JdbcSyntheticPeople(JdbcClient.create(database)));
    }

    @Test
    void listsPlainPeopleFirstAndAlwaysTheSame() {
        List<SyntheticPerson> people = door.citizens("50", "all");

        assertThat(people).hasSize(50).isEqualTo(door.citizens("1000", "all").subList(0, 50));
        assertThat(people).allMatch(person -> person.ngaySinh().matches("\\d{4}-\\d{2}-\\d{2}"));
        assertThat(people).allMatch(person -> person.soDinhDanh().matches("999\\d{9}"));
        assertThat(people).anyMatch(person -> person.soCMND() != null);
        assertThat(people).anyMatch(person -> person.soCMND() == null);
    }

    @Test
    void listsEverybodyOnce() {
        assertThat(door.citizens("1000", "all"))
                .hasSize(1000)
                .doesNotHaveDuplicates()
                .anyMatch(person -> person.ngaySinh().length() == 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replaced", "cancelled", "deceased", "missing", "year-only", "parent", "representative"})
    void listsSpecialCasesByKind(String kind) {
        assertThat(door.citizens("5", kind)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"0, limit", "1001, limit", "-1, limit", "ten, limit", "'', limit", "99999999999, limit", "１, limit"})
    void refusesABadLimitByName(String limit, String field) {
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> door.citizens(limit, "all"))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.FIELD_INVALID))
                .satisfies(e -> assertThat(e.refusal().field()).isEqualTo(field));
    }

    @Test
    void refusesAnUnknownKind() {
        assertThatExceptionOfType(BusException.class)
                .isThrownBy(() -> door.citizens("1", "rich"))
                .satisfies(e -> assertThat(e.refusal().field()).isEqualTo("kind"));
    }

    @Test
    void writesAnAbsentCmndAsNull() throws Exception {
        assertThat(new ObjectMapper()
                        .writeValueAsString(new SyntheticPerson("999000000001", null, "A B", "1980", null)))
                .isEqualTo(
                        "{\"soDinhDanh\":\"999000000001\",\"soCMND\":null,\"hoVaTen\":\"A B\",\"ngaySinh\":\"1980\",\"soThueBao\":null}");
    }
}
