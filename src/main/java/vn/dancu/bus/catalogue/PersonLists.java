package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.dancu.bus.catalogue.CatalogueEntry.Period;
import vn.dancu.bus.catalogue.crosswalk.Schemes;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.catalogue.csv.CsvLine;

/** Lists that describe a person, in the schemes of the population database. */
final class PersonLists {

    private static final String POPULATION_DB =
            Schemes.ETHNICITY_POPULATION_DB.form().id();

    /** In the order of QĐ 121-TCTK/PPCĐ; the census and the health insurance use others from code 04 on. */
    private static final Period ETHNICITY = new Period(POPULATION_DB, LocalDate.of(1979, 3, 2), null);

    private static final Period AS_FOUND = new Period(POPULATION_DB, null, null);
    private static final Period ISO_3166 = new Period("iso-3166-1-alpha-2", null, null);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    static List<CatalogueEntry> ethnicities() {
        return CsvFile.published("ethnicity_population_db.csv").stream()
                .map(line -> CatalogueEntry.of(
                        ETHNICITY,
                        Map.of(
                                Columns.CODE, line.get("code2"),
                                Columns.NAME, line.get("name"),
                                Columns.OTHER_NAMES, line.get("aliases"))))
                .toList();
    }

    /** The other names of ethnic groups, each with the code of the group. */
    static List<CatalogueEntry> otherEthnicNames() {
        return CsvFile.published("ethnicity_population_db.csv").stream()
                .flatMap(PersonLists::aliases)
                .toList();
    }

    private static Stream<CatalogueEntry> aliases(CsvLine line) {
        return Arrays.stream(line.get("aliases").split(",", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .map(alias ->
                        CatalogueEntry.of(ETHNICITY, Map.of(Columns.CODE, line.get("code2"), Columns.NAME, alias)));
    }

    static List<CatalogueEntry> religions() {
        return CsvFile.published("religion_population_db.csv").stream()
                .map(line -> CatalogueEntry.of(
                        AS_FOUND, Map.of(Columns.CODE, line.get("code2"), Columns.NAME, religionName(line))))
                .toList();
    }

    // The file explains its last entry in brackets; the name ends before them.
    private static String religionName(CsvLine line) {
        return line.get("name").replaceFirst(" \\(.*", "");
    }

    static List<CatalogueEntry> genders() {
        return CsvFile.published("gender.csv").stream()
                .filter(line -> line.get("scheme").equals(POPULATION_DB))
                .filter(line -> line.get("code").length() == 1)
                .map(PersonLists::bilingual)
                .toList();
    }

    static List<CatalogueEntry> maritalStatuses() {
        return CsvFile.published("marital_status.csv").stream()
                .map(PersonLists::bilingual)
                .toList();
    }

    private static CatalogueEntry bilingual(CsvLine line) {
        return CatalogueEntry.of(
                AS_FOUND,
                Map.of(
                        Columns.CODE, line.get("code"),
                        Columns.NAME, line.get("name_vi"),
                        Columns.NAME_EN, line.get("name_en")));
    }

    static List<CatalogueEntry> bloodGroups() {
        return CsvFile.published("blood_group.csv").stream()
                .map(line -> CatalogueEntry.of(
                        AS_FOUND, Map.of(Columns.CODE, line.get("code"), Columns.NAME, line.get("name"))))
                .toList();
    }

    /** ISO 3166-1 alpha-2 (QCVN 109:2017/BTTTT annex H), names as the platform's CLDR gives them. */
    static List<CatalogueEntry> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .sorted()
                .map(code -> new Locale.Builder().setRegion(code).build())
                .map(country -> CatalogueEntry.of(
                        ISO_3166,
                        Map.of(
                                Columns.CODE, country.getCountry(),
                                Columns.NAME, country.getDisplayCountry(VIETNAMESE),
                                Columns.NAME_EN, country.getDisplayCountry(Locale.ENGLISH))))
                .toList();
    }

    private PersonLists() {}
}
