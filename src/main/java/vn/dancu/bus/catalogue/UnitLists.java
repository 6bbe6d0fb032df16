package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.dancu.bus.catalogue.Catalogue.Property;
import vn.dancu.bus.catalogue.CatalogueEntry.Period;
import vn.dancu.bus.catalogue.crosswalk.Schemes;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.catalogue.csv.CsvLine;

/**
 * Administrative units in both schemes: three tiers to 2025-06-30 (QĐ 124/2004/QĐ-TTg), two tiers since 2025-07-01 (QĐ
 * 19/2025/QĐ-TTg). A code of one is not the same code of the other, even where the digits agree.
 */
final class UnitLists {

    private static final Period THREE_TIERS =
            new Period(Schemes.PROVINCES_TO_2025.form().id(), null, Schemes.FIRST_DAY_OF_TWO_TIERS.minusDays(1));
    private static final Period TWO_TIERS =
            new Period(Schemes.PROVINCES_SINCE_2025.form().id(), Schemes.FIRST_DAY_OF_TWO_TIERS, null);

    // 30/2026/QH16, in force 2026-04-30: the province Đồng Nai is a city. The file holds the later name.
    private static final String DONG_NAI = "75";
    private static final LocalDate DONG_NAI_IS_A_CITY = LocalDate.of(2026, 4, 30);

    static List<CatalogueEntry> provinces() {
        Stream<CatalogueEntry> before = CsvFile.published("provinces_63_id_prefix.csv").stream()
                .map(line -> CatalogueEntry.of(
                        THREE_TIERS,
                        values(
                                Columns.CODE, line.get("old_2digit_code"),
                                Columns.NAME, line.get("name"))));
        Stream<CatalogueEntry> since =
                CsvFile.published("provinces_34.csv").stream().flatMap(UnitLists::province);
        return Stream.concat(before, since).toList();
    }

    private static Stream<CatalogueEntry> province(CsvLine line) {
        if (!line.get("code").equals(DONG_NAI)) {
            return Stream.of(CatalogueEntry.of(TWO_TIERS, unit(line)));
        }
        Map<Property, String> asProvince = values(
                Columns.CODE, DONG_NAI,
                Columns.NAME, "Tỉnh Đồng Nai",
                Columns.NAME_EN, "Dong Nai Province",
                Columns.KIND, "Tỉnh");
        Period first = new Period(TWO_TIERS.scheme(), TWO_TIERS.from(), DONG_NAI_IS_A_CITY.minusDays(1));
        Period second = new Period(TWO_TIERS.scheme(), DONG_NAI_IS_A_CITY, null);
        return Stream.of(CatalogueEntry.of(first, asProvince), CatalogueEntry.of(second, unit(line)));
    }

    static List<CatalogueEntry> districts() {
        return CsvFile.published("districts_pre2025.csv").stream()
                .map(line -> CatalogueEntry.of(
                        THREE_TIERS,
                        values(
                                Columns.CODE, line.get("code"),
                                Columns.NAME, line.get("full_name"),
                                Columns.NAME_EN, line.get("full_name_en"),
                                Columns.PROVINCE, line.get("province_code"))))
                .toList();
    }

    static List<CatalogueEntry> wards() {
        Stream<CatalogueEntry> before = CsvFile.published("wards_pre2025.csv").stream()
                .map(line -> CatalogueEntry.of(
                        THREE_TIERS,
                        values(
                                Columns.CODE, line.get("code"),
                                Columns.NAME, line.get("full_name"),
                                Columns.PROVINCE, line.get("province_code"),
                                Columns.DISTRICT, line.get("district_code"))));
        Stream<CatalogueEntry> since = CsvFile.published("wards_2025.csv").stream()
                .map(line -> {
                    Map<Property, String> values = unit(line);
                    values.put(Columns.PROVINCE, line.get("province_code"));
                    return CatalogueEntry.of(TWO_TIERS, values);
                });
        return Stream.concat(before, since).toList();
    }

    private static Map<Property, String> unit(CsvLine line) {
        return values(
                Columns.CODE, line.get("code"),
                Columns.NAME, line.get("full_name"),
                Columns.NAME_EN, line.get("full_name_en"),
                Columns.KIND, line.get("unit_type"));
    }

    private static Map<Property, String> values(Object... propertiesAndValues) {
        Map<Property, String> values = new LinkedHashMap<>();
        for (int i = 0; i < propertiesAndValues.length; i += 2) {
            values.put((Property) propertiesAndValues[i], (String) propertiesAndValues[i + 1]);
        }
        return values;
    }

    private UnitLists() {}
}
