package vn.dancu.bus.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCodeTest {

    @ParameterizedTest
    @CsvSource({
        "000.00.00.H41, H41",
        "000.00.00.G22, G22",
        "000.00.12.H41, H41.12",
        "000.03.12.H41, H41.12.03",
        "007.03.12.H41, H41.12.03.007",
        "000.03.00.H41, H41.00.03",
        "007.00.12.H41, H41.12.00.007",
        "007.00.00.H41, H41.00.00.007",
        "999.99.99.Y99, Y99.99.99.999",
        "100.10.10.A00, A00.10.10.100"
    })
    void turnsTheOlderFormIntoTheNewerAndBack(String older, String newer) {
        assertThat(AgencyCode.of(older).value()).isEqualTo(newer);
        assertThat(AgencyCode.of(newer).older()).contains(older);
    }

    /** A rule that guessed here would give two bodies one code. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "H41.1",
                "H41.1.2",
                "G22.1.5",
                "H41.12.3",
                "H41.12.03.07",
                "H41.12.03.007.01",
                "H41.AB",
                "H41.00",
                "H41.12.00",
                "H41.12.03.000",
                "Z01",
                "Z01.12",
                "Z99ABC.12",
                "0101234567",
                "0101234567001"
            })
    void hasNoOlderFormWhereNoneMeansTheSame(String newer) {
        assertThat(AgencyCode.of(newer).value()).isEqualTo(newer);
        assertThat(AgencyCode.of(newer).older()).isEmpty();
    }

    @Test
    void comesBackFromEveryOlderForm() {
        for (int level4 : new int[] {0, 1, 10, 100, 999}) {
            for (int level3 = 0; level3 < 100; level3 += 3) {
                for (int level2 = 0; level2 < 100; level2++) {
                    String older = String.format("%03d.%02d.%02d.H41", level4, level3, level2);

                    assertThat(AgencyCode.of(older).older()).contains(older);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "h41",
                "H4",
                "H411",
                "41",
                "HH1",
                "Z00",
                "Z00.1",
                "Z1",
                "H41.",
                ".H41",
                "H41..1",
                "H41.a",
                "H41-1",
                "H41.Đ",
                "000.00.00.Z01",
                "000.00.00.h41",
                "0000.00.00.H41",
                "00.00.00.H41",
                "000.0.00.H41",
                "000.00.H41",
                "000000000",
                "01012345678",
                "H41.12\n",
                "nghe-an",
                "H41.23456789012345678901234567890123"
            })
    void refusesWhatHasNeitherForm(String text) {
        assertThat(AgencyCode.isValid(text)).isFalse();
        assertThatThrownBy(() -> AgencyCode.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an agency code");
    }

    @Test
    void takesThirtyFiveCharactersAndNoMore() {
        assertThat(AgencyCode.isValid("H41." + "1".repeat(31))).isTrue();
        assertThat(AgencyCode.isValid("H41." + "1".repeat(32))).isFalse();
    }

    @Test
    void knowsTheBodyAtTheTop() {
        assertThat(AgencyCode.of("007.03.12.H41").top()).isEqualTo(AgencyCode.of("H41"));
        assertThat(AgencyCode.of("G22").top()).isEqualTo(AgencyCode.of("000.00.00.G22"));
    }
}
