package vn.dancu.bus.catalogue.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.ETHNICITY_GSO_CENSUS;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.ETHNICITY_POPULATION_DB;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.GENDER_BHXH_API;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.GENDER_POPULATION_DB;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.RELIGION_HEALTH_ALT;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.RELIGION_POPULATION_DB;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Domain;
import vn.dancu.bus.catalogue.crosswalk.Scheme.EthnicityGsoCensus;
import vn.dancu.bus.catalogue.crosswalk.Scheme.Timeless;
import vn.dancu.bus.catalogue.crosswalk.Translation.Candidate;
import vn.dancu.bus.catalogue.crosswalk.Translation.Exact;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Translation.None;
import vn.dancu.bus.catalogue.crosswalk.Translation.Unknown;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;
import vn.dancu.bus.catalogue.csv.CsvFile;

class PersonTranslationsTest {

    private static final Translations TRANSLATIONS = Translations.published();

    @Test
    void translatesEveryEthnicGroupBothWays() {
        assertThat(codes("ethnicity_population_db.csv", "code2"))
                .hasSize(56)
                .allSatisfy(code -> comesBack(code, ETHNICITY_POPULATION_DB, ETHNICITY_GSO_CENSUS));
        assertThat(codes("ethnicity_gso_census.csv", "code2"))
                .hasSize(56)
                .allSatisfy(code -> comesBack(code, ETHNICITY_GSO_CENSUS, ETHNICITY_POPULATION_DB));
    }

    @Test
    void tellsHoaFromMuong() {
        assertThat(ethnicity("04").map(Code::text)).contains("06");
        assertThat(ethnicity("06").map(Code::text)).contains("04");
        assertThat(TRANSLATIONS
                        .translate(Code.of(ETHNICITY_GSO_CENSUS, "4"), ETHNICITY_POPULATION_DB)
                        .exact(Confidence.VERIFIED))
                .contains(Code.of(ETHNICITY_POPULATION_DB, "06"));
    }

    @ParameterizedTest
    @CsvSource({
        "01, 01, SAME_NAME, VERIFIED",
        "05, 05, TABLE, VERIFIED",
        "08, 08, TABLE, VERIFIED",
        "21, 19, TABLE, VERIFIED",
        "12, 11, SAME_NAME, VERIFIED",
        "22, 21, SAME_NAME, RECOLLECTION",
        "27, 27, TABLE, RECOLLECTION",
        "47, 46, TABLE, RECOLLECTION",
        "55, 55, SAME_NAME, RECOLLECTION",
        "99, 56, SAME_NAME, RECOLLECTION"
    })
    void tellsTheGroundAndHowFarItCanBeTrusted(String code, String target, Ground ground, Confidence confidence) {
        assertThat(TRANSLATIONS.translate(Code.of(ETHNICITY_POPULATION_DB, code), ETHNICITY_GSO_CENSUS))
                .isEqualTo(new Exact<>(new Candidate<>(Code.of(ETHNICITY_GSO_CENSUS, target), ground, confidence)));
    }

    @Test
    void givesNoUnverifiedCodeToWhoeverAsksForAVerifiedOne() {
        Translation<EthnicityGsoCensus> remembered =
                TRANSLATIONS.translate(Code.of(ETHNICITY_POPULATION_DB, "22"), ETHNICITY_GSO_CENSUS);

        assertThat(remembered.exact(Confidence.VERIFIED)).isEmpty();
        assertThat(remembered.exact(Confidence.RECOLLECTION)).contains(Code.of(ETHNICITY_GSO_CENSUS, "21"));
    }

    @ParameterizedTest
    @CsvSource({
        "01, 1", "02, 2", "03, 5", "04, 6", "05, 4", "06, 11", "07, 12", "08, 3", "09, 8", "10, 9", "11, 10", "12, 7",
        "13, 13", "14, 14"
    })
    void translatesEveryReligionThatBothListsHave(String code, String target) {
        comesBack(code, RELIGION_POPULATION_DB, RELIGION_HEALTH_ALT);
        assertThat(TRANSLATIONS
                        .translate(Code.of(RELIGION_POPULATION_DB, code), RELIGION_HEALTH_ALT)
                        .exact(Confidence.INFERRED))
                .contains(Code.of(RELIGION_HEALTH_ALT, target));
    }

    @Test
    void namesEveryReligionWithoutACounterpart() {
        assertThat(withoutCounterpart(
                        "religion_population_db.csv", "code2", RELIGION_POPULATION_DB, RELIGION_HEALTH_ALT))
                .hasToString("{00=NOT_STATED, 99=NOT_STATED}");
        assertThat(withoutCounterpart("religion_health_alt.csv", "code", RELIGION_HEALTH_ALT, RELIGION_POPULATION_DB))
                .hasToString("{15=NOT_LISTED, 16=NOT_LISTED}");
    }

    @Test
    void translatesGender() {
        comesBack("1", GENDER_POPULATION_DB, GENDER_BHXH_API);
        comesBack("2", GENDER_BHXH_API, GENDER_POPULATION_DB);
        assertThat(TRANSLATIONS.translate(Code.of(GENDER_POPULATION_DB, "0"), GENDER_BHXH_API))
                .isEqualTo(new None<>(Why.NOT_STATED));
        assertThat(TRANSLATIONS.translate(Code.of(GENDER_BHXH_API, "3"), GENDER_POPULATION_DB))
                .isEqualTo(new None<>(Why.NOT_LISTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"57", "98", "", "x", "001", "-1", "０４"})
    void knowsNoCodeThatIsNotInItsScheme(String code) {
        assertThat(TRANSLATIONS.translate(Code.of(ETHNICITY_POPULATION_DB, code), ETHNICITY_GSO_CENSUS))
                .isEqualTo(new Unknown<>(Why.NOT_IN_SCHEME));
        assertThat(TRANSLATIONS.translate(Code.of(ETHNICITY_POPULATION_DB, code), ETHNICITY_POPULATION_DB))
                .isEqualTo(new Unknown<>(Why.NOT_IN_SCHEME));
    }

    @Test
    void keepsACodeInItsOwnScheme() {
        assertThat(TRANSLATIONS.translate(Code.of(ETHNICITY_GSO_CENSUS, "54"), ETHNICITY_GSO_CENSUS))
                .isEqualTo(new Exact<>(new Candidate<>(
                        Code.of(ETHNICITY_GSO_CENSUS, "54"), Ground.SAME_SCHEME, Confidence.RECOLLECTION)));
    }

    @Test
    void saysEveryReasonInBothLanguages() {
        assertThat(Why.values()).allSatisfy(why -> {
            assertThat(why.vi()).isNotBlank();
            assertThat(why.en()).isNotBlank();
        });
    }

    private static Optional<Code<EthnicityGsoCensus>> ethnicity(String code) {
        return TRANSLATIONS
                .translate(Code.of(ETHNICITY_POPULATION_DB, code), ETHNICITY_GSO_CENSUS)
                .exact(Confidence.VERIFIED);
    }

    private static <D extends Domain, A extends Timeless<D>, B extends Timeless<D>> void comesBack(
            String code, A from, B to) {
        Code<B> there = TRANSLATIONS
                .translate(Code.of(from, code), to)
                .exact(Confidence.RECOLLECTION)
                .orElseThrow();
        assertThat(TRANSLATIONS.translate(there, from).exact(Confidence.RECOLLECTION))
                .contains(Code.of(from, code));
    }

    private static <D extends Domain, A extends Timeless<D>, B extends Timeless<D>>
            TreeMap<String, Why> withoutCounterpart(String file, String column, A from, B to) {
        TreeMap<String, Why> without = new TreeMap<>();
        for (String code : codes(file, column)) {
            Translation<B> translation = TRANSLATIONS.translate(Code.of(from, code), to);
            if (translation instanceof None<B> none) {
                without.put(code, none.why());
            } else {
                assertThat(translation).isInstanceOf(Exact.class);
            }
        }
        return without;
    }

    private static List<String> codes(String file, String column) {
        return CsvFile.published(file).stream().map(line -> line.get(column)).toList();
    }
}
