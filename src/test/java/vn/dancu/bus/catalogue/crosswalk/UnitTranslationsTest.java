package vn.dancu.bus.catalogue.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.DISTRICTS_SINCE_2025;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.DISTRICTS_TO_2025;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.PROVINCES_SINCE_2025;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.PROVINCES_TO_2025;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.WARDS_SINCE_2025;
import static vn.dancu.bus.catalogue.crosswalk.Schemes.WARDS_TO_2025;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.catalogue.crosswalk.Scheme.WardsSince2025;
import vn.dancu.bus.catalogue.crosswalk.Scheme.WardsTo2025;
import vn.dancu.bus.catalogue.crosswalk.Translation.Candidate;
import vn.dancu.bus.catalogue.crosswalk.Translation.Exact;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Translation.None;
import vn.dancu.bus.catalogue.crosswalk.Translation.OneOf;
import vn.dancu.bus.catalogue.crosswalk.Translation.Unknown;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.kernel.PersonalId;

class UnitTranslationsTest {

    private static final Translations TRANSLATIONS = Translations.published();
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final String REST_OF_A_NUMBER = "000000000";

    @Test
    void translatesEveryFormerProvinceExactly() {
        assertThat(CsvFile.published("provinces_63_id_prefix.csv")).hasSize(63).allSatisfy(line -> assertThat(
                        TRANSLATIONS
                                .translate(
                                        Code.of(PROVINCES_TO_2025, line.get("old_2digit_code")),
                                        PROVINCES_SINCE_2025,
                                        BEFORE)
                                .exact(Confidence.VERIFIED))
                .contains(Code.of(PROVINCES_SINCE_2025, line.get("current_province_code"))));
    }

    @Test
    void tellsWhichProvincesACurrentOneWasMergedFrom() {
        assertThat(TRANSLATIONS.translate(Code.of(PROVINCES_SINCE_2025, "79"), PROVINCES_TO_2025, SINCE))
                .isInstanceOfSatisfying(OneOf.class, several -> {
                    assertThat(several.complete()).isTrue();
                    assertThat(several.why()).isEqualTo(Why.MERGED_FROM_SEVERAL);
                    assertThat(several.candidates())
                            .extracting("code.text")
                            .containsExactlyInAnyOrder("74", "77", "79");
                });
        assertThat(TRANSLATIONS
                        .translate(Code.of(PROVINCES_SINCE_2025, "01"), PROVINCES_TO_2025, SINCE)
                        .exact(Confidence.VERIFIED))
                .contains(Code.of(PROVINCES_TO_2025, "01"));
    }

    @Test
    void losesNoProvinceOnTheWayBack() {
        assertThat(CsvFile.published("provinces_34.csv")).hasSize(34).allSatisfy(line -> assertThat(
                        TRANSLATIONS.translate(
                                Code.of(PROVINCES_SINCE_2025, line.get("code")), PROVINCES_TO_2025, SINCE))
                .isInstanceOfAny(Exact.class, OneOf.class));
    }

    @Test
    void refusesASchemeThatWasNotInForceOnTheDay() {
        assertThat(TRANSLATIONS.translate(Code.of(PROVINCES_TO_2025, "01"), PROVINCES_SINCE_2025, SINCE))
                .isEqualTo(new Unknown<>(Why.NOT_IN_FORCE));
        assertThat(TRANSLATIONS.translate(Code.of(WARDS_SINCE_2025, "00004"), WARDS_TO_2025, BEFORE))
                .isEqualTo(new Unknown<>(Why.NOT_IN_FORCE));
        assertThat(TRANSLATIONS.translate(Code.of(WARDS_TO_2025, "00004"), WARDS_TO_2025, SINCE))
                .isEqualTo(new Unknown<>(Why.NOT_IN_FORCE));
    }

    @Test
    void endsDistrictsWithJune2025() {
        Code<Scheme.DistrictsTo2025> baDinh = Code.of(DISTRICTS_TO_2025, "001");

        assertThat(TRANSLATIONS.translate(baDinh, DISTRICTS_TO_2025, BEFORE).exact(Confidence.VERIFIED))
                .contains(baDinh);
        assertThat(TRANSLATIONS.translate(baDinh, DISTRICTS_TO_2025, SINCE)).isEqualTo(new Unknown<>(Why.NOT_IN_FORCE));
        assertThat(TRANSLATIONS.translate(baDinh, DISTRICTS_SINCE_2025, BEFORE))
                .isEqualTo(new None<>(Why.NO_DISTRICTS));
        assertThat(TRANSLATIONS.translate(Code.of(Schemes.districtsOn(SINCE), "001"), DISTRICTS_SINCE_2025, SINCE))
                .isEqualTo(new Unknown<>(Why.NOT_IN_SCHEME));
    }

    @Test
    void takesTheWardThatKeptTheCodeForACandidateOnly() {
        assertThat(TRANSLATIONS.translate(Code.of(WARDS_TO_2025, "00004"), WARDS_SINCE_2025, BEFORE))
                .isEqualTo(new OneOf<>(
                        List.of(new Candidate<>(
                                Code.of(WARDS_SINCE_2025, "00004"), Ground.SAME_CODE, Confidence.INFERRED)),
                        false,
                        Why.NO_MERGER_LIST));
    }

    @Test
    void takesTheWardsOfTheSameFormerDistrictWhereTheCodeIsGone() {
        assertThat(TRANSLATIONS.translate(Code.of(WARDS_TO_2025, "00001"), WARDS_SINCE_2025, BEFORE))
                .isInstanceOfSatisfying(OneOf.class, several -> {
                    assertThat(several.complete()).isFalse();
                    assertThat(several.candidates()).extracting("code.text").containsExactly("00004", "00008", "00025");
                    assertThat(several.candidates()).extracting("ground").containsOnly(Ground.SAME_FORMER_DISTRICT);
                });
    }

    @Test
    void hasCandidatesForEveryFormerWard() {
        List<String> codes = codes("wards_pre2025.csv");

        assertThat(codes).hasSize(10_035);
        for (String code : codes) {
            assertThat(TRANSLATIONS.translate(Code.of(WARDS_TO_2025, code), WARDS_SINCE_2025, BEFORE))
                    .isInstanceOfSatisfying(OneOf.class, several -> assertThat(several.complete())
                            .isFalse());
        }
    }

    @Test
    void findsEveryCurrentWardAgainButTheSixThatHadNoCodeBefore() {
        List<String> silent = codes("wards_2025.csv").stream()
                .filter(code -> back(code).equals(new Unknown<WardsTo2025>(Why.SOURCES_SILENT)))
                .toList();

        assertThat(silent).containsExactly("06978", "11948", "19742", "20333", "21548", "26732");
        assertThat(codes("wards_2025.csv")).hasSize(3_321).allSatisfy(code -> {
            if (!silent.contains(code)) {
                assertThat(back(code)).isInstanceOf(OneOf.class);
            }
        });
    }

    @Test
    void goesBackToEveryWardThatMayHaveComeHere() {
        assertThat(back("00004")).isInstanceOfSatisfying(OneOf.class, several -> {
            assertThat(several.complete()).isFalse();
            assertThat(several.candidates())
                    .extracting("code.text")
                    .contains("00001", "00004")
                    .doesNotContain("00008");
        });
    }

    @Test
    void knowsNoUnitThatIsInNeitherList() {
        assertThat(TRANSLATIONS.translate(Code.of(WARDS_TO_2025, "00002"), WARDS_SINCE_2025, BEFORE))
                .isEqualTo(new Unknown<WardsSince2025>(Why.NOT_IN_SCHEME));
        assertThat(TRANSLATIONS.translate(Code.of(PROVINCES_TO_2025, "28"), PROVINCES_SINCE_2025, BEFORE))
                .isEqualTo(new Unknown<>(Why.NOT_IN_SCHEME));
    }

    @Test
    void readsTheProvinceAtIssueFromTheNumber() {
        assertThat(CsvFile.published("provinces_63_id_prefix.csv")).allSatisfy(line -> assertThat(
                        TRANSLATIONS.provinceAtIssue(PersonalId.soDinhDanh(line.get("id_prefix") + REST_OF_A_NUMBER)))
                .isEqualTo(new Exact<>(new Candidate<>(
                        Code.of(PROVINCES_TO_2025, line.get("old_2digit_code")),
                        Ground.NUMBER_PREFIX,
                        Confidence.ONE_SOURCE))));
    }

    @Test
    void saysNothingOfANumberThatNamesNoProvince() {
        assertThat(TRANSLATIONS.provinceAtIssue(PersonalId.soDinhDanh("999000000001")))
                .isEqualTo(new Unknown<>(Why.SOURCES_SILENT));
        assertThat(TRANSLATIONS.provinceAtIssue(PersonalId.soCmnd("999000001")))
                .isEqualTo(new Unknown<>(Why.SOURCES_SILENT));
    }

    private static Translation<WardsTo2025> back(String code) {
        return TRANSLATIONS.translate(Code.of(WARDS_SINCE_2025, code), WARDS_TO_2025, SINCE);
    }

    private static List<String> codes(String file) {
        return CsvFile.published(file).stream().map(line -> line.get("code")).toList();
    }
}
