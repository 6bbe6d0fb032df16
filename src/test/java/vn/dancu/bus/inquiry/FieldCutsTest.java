package vn.dancu.bus.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.FieldPath;

class FieldCutsTest {

    private final FieldCuts cuts = new FieldCuts();

    @Test
    void keepsTheOrderOfWhatWasAsked() {
        FieldCuts.FieldCut cut = cuts.of(fields("C", "A", "B", "D"), fields("A", "C", "X"), true);

        assertThat(cut.released()).containsExactlyElementsOf(fields("C", "A"));
        assertThat(cut.withheld()).containsExactlyElementsOf(fields("B", "D"));
    }

    @Test
    void releasesTheAllowedPartsOfAGroup() {
        FieldCuts.FieldCut cut =
                cuts.of(fields("TheBHYT", "MaSoThue/TrangThai", "ToaAn"), fields("TheBHYT/MaThe", "MaSoThue"), true);

        assertThat(cut.released()).containsExactlyElementsOf(fields("TheBHYT/MaThe", "MaSoThue/TrangThai"));
        assertThat(cut.withheld()).containsExactlyElementsOf(fields("TheBHYT", "ToaAn"));
    }

    @Test
    void withholdsNoGroupFromWhoNamedNoField() {
        FieldCuts.FieldCut named = cuts.of(fields("HoVaTen", "NhomMau", "TheBHYT"), fields("HoVaTen"), true);
        FieldCuts.FieldCut unnamed = cuts.of(fields("HoVaTen", "NhomMau", "TheBHYT"), fields("HoVaTen"), false);

        assertThat(named.withheld()).containsExactlyElementsOf(fields("NhomMau", "TheBHYT"));
        assertThat(unnamed.withheld()).containsExactlyElementsOf(fields("NhomMau"));
    }

    @Test
    void doesNotMixCutsUp() {
        Set<FieldPath> asked = fields("A", "B");
        FieldCuts.FieldCut first = cuts.of(asked, fields("A"), true);
        asked.add(FieldPath.of("C"));

        assertThat(cuts.of(fields("A", "B"), fields("A"), true)).isSameAs(first);
        assertThat(cuts.of(fields("A", "B"), fields("B"), true).released()).isEqualTo(fields("B"));
        assertThat(cuts.of(asked, fields("A"), true).withheld()).isEqualTo(fields("B", "C"));
    }

    @Test
    void cutsAlsoWhatItKeepsNoMore() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(cuts.of(fields("A", "F" + i), fields("F" + i), true).released())
                    .isEqualTo(fields("F" + i));
        }
    }

    private static Set<FieldPath> fields(String... names) {
        return Arrays.stream(names).map(FieldPath::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
