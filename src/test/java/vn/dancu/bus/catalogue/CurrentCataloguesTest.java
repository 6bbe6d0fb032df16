package vn.dancu.bus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.citizen.code.RecordCodes;
import vn.dancu.bus.citizen.code.RecordCodes.CodeList;

class CurrentCataloguesTest {

    private static final LocalDate CHANGED = LocalDate.of(2026, 11, 30);

    private final CurrentCatalogues catalogues = new CurrentCatalogues(new FileCatalogues());

    @Test
    void givesTheExchangedListToWhoAskedBefore() {
        RecordCodes names = new RecordCodes(catalogues);
        assertThat(names.name(CodeList.GENDER, "1")).isEqualTo("Nam");

        catalogues.exchange(List.of(gender("1", "Nam giới")));

        assertThat(names.name(CodeList.GENDER, "1")).isEqualTo("Nam giới");
        assertThat(catalogues.records("magioitinh", CHANGED)).hasValueSatisfying(records -> assertThat(records)
                .containsExactly(
                        Map.of("Ma", "1", "Ten", "Nam giới", "HeMa", "ndxp", "HieuLucTu", CHANGED.toString())));
        assertThat(catalogues.records("magioitinh", CHANGED.minusDays(1))).hasValue(List.of());
        assertThat(catalogues.find("madantoc")).as("the others stay").isPresent();
    }

    @Test
    void goesBackToTheOriginalWhenNothingIsExchanged() {
        List<Map<String, String>> before =
                catalogues.original().records("magioitinh", null).orElseThrow();
        catalogues.exchange(List.of(gender("9", "Khác")));

        catalogues.exchange(List.of());

        assertThat(catalogues.records("magioitinh", null)).hasValue(before);
    }

    private static ExchangedList gender(String code, String name) {
        return new ExchangedList(
                "magioitinh",
                "Giới tính",
                "Gender",
                List.of(Columns.CODE, Columns.NAME),
                List.of(new CatalogueVersion("ndxp", Map.of("Ma", code, "Ten", name), CHANGED, null)));
    }
}
