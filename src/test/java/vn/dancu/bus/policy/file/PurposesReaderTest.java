package vn.dancu.bus.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.Purpose;

class PurposesReaderTest {

    @Test
    void namesTheClauseBehindEachPurpose() {
        assertThat(TestReaders.purposes().all()).isNotEmpty().allSatisfy(it -> assertThat(it.legalBasis())
                .isNotBlank());
        assertThat(TestReaders.purposes().find(new Purpose("giai-quyet-tthc"))).isPresent();
        assertThat(TestReaders.purposes().find(new Purpose("khong-co"))).isEmpty();
    }

    @Test
    void refusesAListWithFileLineAndRuleOfEveryError() {
        assertThatThrownBy(
                        () -> PurposesReader.read(
                                "p.yaml",
                                """
                        purposes:
                          - {code: mot, name: Một, nameEn: One, legalBasis: A}
                          - {code: mot, name: Một, nameEn: One, legalBasis: A}
                          - {code: Hai, name: Hai, nameEn: Two, legalBasis: A}
                          - {code: ba, name: Ba, nameEn: Three}
                        """))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("p.yaml:3: purposes[1].code stands twice")
                .hasMessageContaining("p.yaml:4: purposes[2].code A purpose is")
                .hasMessageContaining("p.yaml:5: purposes[3] must have legalBasis");
    }
}
