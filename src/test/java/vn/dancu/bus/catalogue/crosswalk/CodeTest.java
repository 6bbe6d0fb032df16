package vn.dancu.bus.catalogue.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.ETHNICITY_GSO_CENSUS;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.ETHNICITY_POPULATION_DB;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.GENDER_POPULATION_DB;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.RELIGION_HEALTH_ALT;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.RELIGION_POPULATION_DB;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.WARDS_SINCE_2025;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.WARDS_TO_2025;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CodeTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);

    @Test
    void writesACodeAsItsSchemeDoes() {
        assertThat(Code.of(ETHNICITY_POPULATION_DB, "1").text()).isEqualTo("01");
        assertThat(Code.of(RELIGION_POPULATION_DB, "0").text()).isEqualTo("00");
        assertThat(Code.of(RELIGION_HEALTH_ALT, "03").text()).isEqualTo("3");
        assertThat(Code.of(GENDER_POPULATION_DB, "01").text()).isEqualTo("1");
        assertThat(Code.of(GENDER_POPULATION_DB, "00").text()).isEqualTo("0");
        assertThat(Code.of(WARDS_TO_2025, " 4 ").text()).isEqualTo("00004");
    }

    @Test
    void keepsWhatCannotBeACode() {
        assertThat(Code.of(ETHNICITY_POPULATION_DB, "001").text()).isEqualTo("001");
        assertThat(Code.of(ETHNICITY_POPULATION_DB, "").text()).isEmpty();
        assertThat(Code.of(ETHNICITY_POPULATION_DB, "Kinh").text()).isEqualTo("Kinh");
    }

    @Test
    void isTheSameOnlyInOneScheme() {
        Code<Scheme.EthnicityPopulationDb> hoa = Code.of(ETHNICITY_POPULATION_DB, "04");

        assertThat(hoa.sameAs(Code.of(ETHNICITY_POPULATION_DB, "4"))).isTrue();
        assertThat(hoa.sameAs(Code.of(ETHNICITY_POPULATION_DB, "05"))).isFalse();
        assertThat((Object) hoa).isNotEqualTo(Code.of(ETHNICITY_GSO_CENSUS, "04"));
        assertThat((Object) hoa).isNotEqualTo("04");
    }

    @Test
    void takesTheSchemeOfAUnitFromTheDay() {
        Code<Scheme.Dated<Scheme.Ward>> before = Code.of(Schemes.wardsOn(LAST_DAY), "00004");
        Code<Scheme.Dated<Scheme.Ward>> since = Code.of(Schemes.wardsOn(LAST_DAY.plusDays(1)), "00004");

        assertThat(before.scheme()).isEqualTo(WARDS_TO_2025);
        assertThat(since.scheme()).isEqualTo(WARDS_SINCE_2025);
        assertThat(before.sameAs(since)).isFalse();
    }

    @Test
    void showsNothingThatIsNoCode() {
        assertThat(Code.of(ETHNICITY_POPULATION_DB, "4")).hasToString("ethnicity 04 (population_db)");
        assertThat(Code.of(ETHNICITY_POPULATION_DB, "999000000001"))
                .hasToString("ethnicity [not a code] (population_db)");
    }
}
