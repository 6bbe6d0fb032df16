package vn.dancu.bus.policy.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.dancu.bus.policy.content.PolicyContent;

class RightsWriterTest {

    @Test
    void writesRightsThatAreReadBackAsTheyWere() {
        GrantReader reader = TestReaders.grants();
        PolicyContent.Entitlement rights = reader.read(
                "test",
                """
                officers: [canbo01, "a.b"]
                managedOfficers: 3
                grants:
                  - {services: [TraCuuThongTinCongDan], purpose: giai-quyet-tthc, procedures: ["*"], officers: [canbo01],
                     relationship: case, caseForms: ["H41.1-######-####"], fields: [HoVaTen, GioiTinh]}
                  - {services: [TraCuuThongTinCongDan, CungCapThongTinCongDan], purpose: giai-quyet-tthc,
                     procedures: ["1.001193", "-"], fields: [HoVaTen]}
                  - {services: [TraCuuThongTinCongDan], purpose: thi-diem, legalBasis: "Quyết định 1 | thí điểm",
                     procedures: ["-"], relationship: follow-list, fields: []}
                quotas:
                  - {services: ["*"], perMinute: 1, perDay: 2}
                """,
                null);

        assertThat(reader.read("again", RightsWriter.json(rights), null)).isEqualTo(rights);
    }
}
