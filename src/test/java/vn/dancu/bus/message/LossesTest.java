package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenShape;

/** What a wire cannot carry is named, and what it can carry is not. */
class LossesTest {

    private static final MessageContext CONTEXT = MessageContext.create();

    @Test
    void theOfficialShapeCarriesTheWholeAnswer() {
        assertThat(CONTEXT.populationXml(Version.QCVN_109_V1).losses(Samples.answer(Samples.CITIZEN)))
                .isEmpty();
        assertThat(CONTEXT.citizens(CitizenShape.OFFICIAL).losses(Samples.CITIZEN))
                .isEmpty();
    }

    @Test
    void theLiveShapeLosesWhatStandsInAttributesAndThePartsOfNames() {
        assertThat(CONTEXT.populationXml(Version.LIVE_V1).losses(Samples.answer(Samples.CITIZEN)))
                .contains("id", "ThoiDiemDuLieu", "CongDan/HoVaTen", "CongDan/Cha")
                .doesNotContain("CongDan/SoDinhDanh", "CongDan/DanToc", "CongDan/ThuongTru");
        assertThat(CONTEXT.citizens(CitizenShape.LIVE).losses(Samples.CITIZEN))
                .contains(FieldPath.of("HoVaTen"))
                .doesNotContain(FieldPath.of("NgayThangNamSinh"));
    }

    @Test
    void theRestDoorLosesAProvincesOwnElements() {
        Node own = Node.text("MaHoNgheo", "1");
        Citizen extended = CONTEXT.citizens(CitizenShape.OFFICIAL)
                .citizen(Elements.of("CongDan")
                        .add("SoDinhDanh", "999080000001")
                        .add(own)
                        .done());

        assertThat(extended.extensions()).containsExactly(own);
        assertThat(CONTEXT.citizens(CitizenShape.LIVE).element(extended).children())
                .contains(own);
        assertThat(CONTEXT.populationXml(Version.QCVN_109_V1).losses(Samples.answer(extended)))
                .isEmpty();
        assertThat(CONTEXT.populationJson().losses(Samples.answer(extended))).isEqualTo(List.of("CongDan/MaHoNgheo"));
    }
}
