package vn.dancu.bus.document.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.agency.AgencyEntry;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;

class SenderPartnersTest {

    private static final AgencyDirectory DIRECTORY = new AgencyDirectory() {
        @Override
        public Optional<AgencyEntry> find(String code) {
            return code.equals("don_vi_cu")
                    ? Optional.of(new AgencyEntry("H41", code, null, null, null, null, null, null))
                    : Optional.empty();
        }

        @Override
        public int size() {
            return 1;
        }
    };

    private final SenderPartners senders = new SenderPartners(
            new InMemoryPartners().with("h41-lgsp", "synthetic", Partner.State.ACTIVE), DIRECTORY, List.of());

    @Test
    void knowsAPartnerByEachFormOfItsCodeAndByOneThatOnlyTheListOfTheAxisJoins() {
        assertThat(List.of("H41", "000.00.00.H41", "don_vi_cu"))
                .allSatisfy(
                        code -> assertThat(senders.find(code)).map(Partner::id).contains(new PartnerId("h41-lgsp")));
        assertThat(senders.find("H41.01")).isEmpty();
        assertThat(senders.find("ma_la")).isEmpty();
    }
}
