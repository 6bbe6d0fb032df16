package vn.dancu.bus.catalogue.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.catalogue.crosswalk.CodeList.Item;

class NameIndexTest {

    @ParameterizedTest
    @CsvSource({
        "Phật giáo Hoà Hảo, Phật giáo Hòa Hảo",
        "Thuý, Thúy",
        "Gia-rai, Gia Rai",
        "X'tiêng, Xtiêng",
        "Xơ-Đăng, XƠ ĐĂNG",
        "Bru - Vân Kiều, Bru-Vân Kiều"
    })
    void takesTwoSpellingsForOneName(String one, String other) {
        assertThat(NameIndex.folded(one)).isEqualTo(NameIndex.folded(other));
        assertThat(NameIndex.folded(Normalizer.normalize(one, Normalizer.Form.NFD)))
                .isEqualTo(NameIndex.folded(other));
    }

    @ParameterizedTest
    @CsvSource({"Lào, Lao", "Mảng, Mạng", "Cơ Ho, Co Ho", "Gié Triêng, Giẻ Triêng", "Thái, Thai", "Đê, Dê"})
    void keepsApartWhatATonePutsApart(String one, String other) {
        assertThat(NameIndex.folded(one)).isNotEqualTo(NameIndex.folded(other));
    }

    @Test
    void findsAnotherNameOnlyWhereItIsOneGroupsAlone() {
        // Given
        NameIndex names = new NameIndex(list(
                new Item("01", "Hoa", List.of("Hán", "Xá"), Confidence.VERIFIED),
                new Item("02", "Mông", List.of("Mèo", "Hoa", "Xá"), Confidence.VERIFIED),
                new Item("03", "Mảng", List.of("Xá"), Confidence.VERIFIED)));

        // Then
        assertThat(names.byOwnName("HOA")).extracting(Item::code).isEqualTo("01");
        assertThat(names.byOtherName("Hoa")).isNull();
        assertThat(names.byOtherName("Xá")).isNull();
        assertThat(names.byOtherName("mèo")).extracting(Item::code).isEqualTo("02");
    }

    @Test
    void goesByAnotherNameBothWays() {
        // Given
        CodeList one = list(new Item("01", "Mông", List.of("Mèo"), Confidence.VERIFIED));
        CodeList other = list(new Item("09", "Mèo", List.of(), Confidence.VERIFIED));

        // When
        Map<String, CodeMapping> there = NameMatcher.between(one, other, Map.of());
        Map<String, CodeMapping> back = NameMatcher.between(other, one, Map.of());

        // Then
        assertThat(there.get("01")).satisfies(answer -> assertThat(answer.links())
                .extracting(CodeMapping.Link::code)
                .containsExactly("09"));
        assertThat(back.get("09")).satisfies(answer -> assertThat(answer.links())
                .extracting(CodeMapping.Link::code)
                .containsExactly("01"));
    }

    private static CodeList list(Item... items) {
        Map<String, Item> byCode = new LinkedHashMap<>();
        for (Item item : items) {
            byCode.put(item.code(), item);
        }
        return new CodeList(Schemes.ETHNICITY_POPULATION_DB, byCode);
    }
}
