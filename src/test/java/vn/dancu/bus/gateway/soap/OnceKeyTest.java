package vn.dancu.bus.gateway.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerState;

class OnceKeyTest {

    private static final PopulationJson JSON = MessageContext.create().populationJson();
    private static final PersonalId NUMBER = PersonalId.soDinhDanh("999080000001");
    private static final BirthDate BORN = BirthDate.of(LocalDate.of(1980, 1, 2));

    @Test
    void isTheSameForTheSameMessage() {
        assertThat(key("1795482123", query("a", "canbo01", null, NUMBER, BORN, Set.of())))
                .hasSize(32)
                .isEqualTo(key("1795482123", query("a", "canbo01", null, NUMBER, BORN, Set.of())));
    }

    @Test
    void isAnotherForEveryOtherPart() {
        List<byte[]> keys = Stream.of(
                        key("1795482123", query("a", "canbo01", null, NUMBER, BORN, Set.of())),
                        key("1795482124", query("a", "canbo01", null, NUMBER, BORN, Set.of())),
                        key("1795482123", query("ac", "anbo01", null, NUMBER, BORN, Set.of())),
                        key("1795482123", query("a", "canbo01", "", NUMBER, BORN, Set.of())),
                        key("1795482123", query("a", "canbo01", "u", NUMBER, BORN, Set.of())),
                        key("1795482123", query("a", "canbo01", null, PersonalId.soCmnd("999080001"), BORN, Set.of())),
                        key("1795482123", query("a", "canbo01", null, NUMBER, BirthDate.ofYear(1980), Set.of())),
                        key("1795482123", query("a", "canbo01", null, NUMBER, null, Set.of())),
                        key("1795482123", query("a", "canbo01", null, NUMBER, BORN, Set.of(FieldPath.of("HoVaTen")))),
                        key("1795482123", query("a", "canbo01", null, NUMBER, BORN, Set.of(FieldPath.of("QueQuan")))))
                .toList();

        assertThat(keys.stream().map(java.util.HexFormat.of()::formatHex)).doesNotHaveDuplicates();
    }

    private static byte[] key(String timestamp, CitizenQuery query) {
        Partner partner =
                new Partner(new PartnerId("h41-lgsp"), "Hub", "H41", "official", new PartnerState.Active(null));
        return OnceKey.of(new SignedIn(partner, timestamp, "0".repeat(64), Instant.EPOCH), query, JSON);
    }

    private static CitizenQuery query(
            String id,
            String officer,
            @Nullable String unit,
            PersonalId number,
            @Nullable BirthDate born,
            Set<FieldPath> asked) {
        return new CitizenQuery(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                id,
                "1.001193",
                officer,
                unit,
                new Purpose("giai-quyet-tthc"),
                number,
                "NGUYENVANAN",
                born,
                CitizenQuery.NO_CLAIMS,
                asked);
    }
}
