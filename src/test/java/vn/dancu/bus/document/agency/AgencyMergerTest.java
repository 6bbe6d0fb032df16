package vn.dancu.bus.document.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.message.axis.Agency;

class AgencyMergerTest {

    private static Agency agency(String id, String code) {
        return new Agency(id, null, code, "Cơ quan " + id, null, null, null, List.of());
    }

    @Test
    void knowsAnAgencyOfBothListsByTheNumberOfTheAxisWhereNoRuleJoinsItsCodes() {
        AgencyMerger merger = new AgencyMerger();
        merger.takeNewer(agency("7", "H41.KTN"));
        merger.takeOlder(agency("7", "000.12.34.H41"));
        AgencyMap map = new AgencyMap();
        map.replace(merger.entries());

        assertThat(map.size()).isEqualTo(1);
        assertThat(map.find("000.12.34.H41")).isPresent().isEqualTo(map.find("H41.KTN"));
    }

    @Test
    void keepsAnAgencyThatOnlyOneListHas() {
        AgencyMerger merger = new AgencyMerger();
        merger.takeNewer(agency("1", "Z01ABC"));
        merger.takeOlder(agency("2", "000.00.05.H26"));
        merger.takeOlder(agency("3", "cũ_không_theo_mẫu"));
        AgencyMap map = new AgencyMap();
        map.replace(merger.entries());

        assertThat(map.size()).isEqualTo(3);
        assertThat(map.find("H26.05")).isPresent();
        assertThat(map.find("cũ_không_theo_mẫu")).isPresent();
        assertThat(map.find("Z01ABC")).isPresent();
    }
}
