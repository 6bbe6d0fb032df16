package vn.dancu.bus.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.hub.MappedField;
import vn.dancu.bus.hub.MappingEntry;

class PartnerMappingTest {

    private final PartnerMapping mapping = new PartnerMapping(
            7,
            List.of(
                    new MappingEntry(MappedField.OFFICER, "canbo01", "tw01"),
                    new MappingEntry(MappedField.OFFICER, "*", "tw00"),
                    new MappingEntry(MappedField.PROCEDURE, "1.001193", "2.000815"),
                    new MappingEntry(MappedField.UNIT, "-", "H41")));

    @Test
    void prefersTheExactLineToTheOneForAny() {
        assertThat(mapping.national(MappedField.OFFICER, "canbo01")).isEqualTo("tw01");
        assertThat(mapping.national(MappedField.OFFICER, "canbo02")).isEqualTo("tw00");
    }

    @Test
    void knowsNothingThatNoLineNames() {
        assertThat(mapping.national(MappedField.PROCEDURE, "1.001194")).isNull();
        assertThat(mapping.national(MappedField.PROCEDURE, null)).isNull();
        assertThat(mapping.national(MappedField.PROCEDURE, "*")).isNull();
    }

    @Test
    void hasALineForWhatIsNotStated() {
        assertThat(mapping.national(MappedField.UNIT, null)).isEqualTo("H41");
        assertThat(mapping.national(MappedField.UNIT, "H41.02")).isNull();
    }
}
