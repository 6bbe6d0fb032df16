package vn.dancu.bus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CataloguesTest {

    private static final Catalogues CATALOGUES = new FileCatalogues();
    private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_DAY_WITHOUT = LocalDate.of(2025, 7, 1);

    @Test
    void listsEveryPopulationRelatedListInOrder() {
        assertThat(CATALOGUES.all())
                .extracting(Catalogue::code)
                .containsExactly(
                        "donvihanhchinhcap1",
                        "donvihanhchinhcap2",
                        "donvihanhchinhcap3",
                        "madantoc",
                        "madantockhac",
                        "magioitinh",
                        "manhommau",
                        "maquocgia",
                        "matinhtranghonnhan",
                        "matongiao",
                        "maynghianhommau");
        assertThat(CATALOGUES.all())
                .filteredOn(list -> !list.available())
                .extracting(Catalogue::code)
                .containsExactly("maynghianhommau");
    }

    @ParameterizedTest
    @CsvSource({
        "donvihanhchinhcap1, 98",
        "donvihanhchinhcap2, 696",
        "donvihanhchinhcap3, 13356",
        "madantoc, 56",
        "magioitinh, 2",
        "manhommau, 5",
        "matinhtranghonnhan, 4",
        "matongiao, 16",
        "maynghianhommau, 0"
    })
    void hasEveryRecord(String code, int count) {
        assertThat(records(code, null)).hasSize(count);
        assertThat(CATALOGUES.find(code)).map(Catalogue::count).contains(count);
    }

    @Test
    void knowsNoOtherList() {
        assertThat(CATALOGUES.find("mabacluong")).isEmpty();
        assertThat(CATALOGUES.records("mabacluong", null)).isEmpty();
    }

    @Test
    void tellsWhatAWardCodeMeantOnADay() {
        assertThat(record("donvihanhchinhcap3", "00004", LAST_DAY_OF_DISTRICTS))
                .containsEntry("Ten", "Phường Trúc Bạch")
                .containsEntry("MaQuanHuyen", "001")
                .containsEntry("HeMa", "qd-124-2004")
                .containsEntry("HieuLucDen", "2025-06-30");
        assertThat(record("donvihanhchinhcap3", "00004", FIRST_DAY_WITHOUT))
                .containsEntry("Ten", "Phường Ba Đình")
                .containsEntry("HeMa", "qd-19-2025")
                .containsEntry("HieuLucTu", "2025-07-01")
                .doesNotContainKeys("MaQuanHuyen", "HieuLucDen");
    }

    @Test
    void hasNoDistrictSinceJuly2025() {
        assertThat(records("donvihanhchinhcap2", LAST_DAY_OF_DISTRICTS)).hasSize(696);
        assertThat(records("donvihanhchinhcap2", FIRST_DAY_WITHOUT)).isEmpty();
    }

    @Test
    void countsProvincesByDay() {
        assertThat(records("donvihanhchinhcap1", LAST_DAY_OF_DISTRICTS)).hasSize(63);
        assertThat(records("donvihanhchinhcap1", FIRST_DAY_WITHOUT)).hasSize(34);
        assertThat(record("donvihanhchinhcap1", "75", LocalDate.of(2026, 4, 29)))
                .containsEntry("Ten", "Tỉnh Đồng Nai");
        assertThat(record("donvihanhchinhcap1", "75", LocalDate.of(2026, 4, 30)))
                .containsEntry("Ten", "Thành phố Đồng Nai");
    }

    @Test
    void keepsThePropertiesOfARecordInTheOrderOfTheMetadata() {
        Map<String, String> record = record("madantoc", "02", null);

        assertThat(record.keySet()).containsExactly("Ma", "Ten", "TenGoiKhac", "HeMa", "HieuLucTu");
        assertThat(record).containsEntry("Ten", "Tày").containsEntry("HeMa", "population_db");
        assertThat(CATALOGUES.find("madantoc")).hasValueSatisfying(list -> assertThat(list.properties())
                .extracting(Catalogue.Property::code)
                .containsExactly("Ma", "Ten", "TenGoiKhac", "HeMa", "HieuLucTu", "HieuLucDen"));
    }

    @Test
    void namesSchemeAndCodeOfEveryRecord() {
        assertThat(CATALOGUES.all()).allSatisfy(list -> assertThat(records(list.code(), null))
                .allSatisfy(record -> assertThat(record).containsKeys("Ma", "Ten", "HeMa")));
    }

    @Test
    void namesCountriesInVietnamese() {
        assertThat(record("maquocgia", "VN", null)).containsEntry("Ten", "Việt Nam");
        assertThat(record("maquocgia", "FR", null)).containsEntry("Ten", "Pháp").containsEntry("TenTiengAnh", "France");
    }

    private static List<Map<String, String>> records(String code, @Nullable LocalDate asOf) {
        return CATALOGUES.records(code, asOf).orElseThrow();
    }

    private static Map<String, String> record(String list, String code, @Nullable LocalDate asOf) {
        return records(list, asOf).stream()
                .filter(record -> code.equals(record.get("Ma")))
                .findFirst()
                .orElseThrow();
    }
}
