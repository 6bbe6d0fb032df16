package vn.dancu.bus.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

class ActReasonTest {

    @Test
    void putsWhatAFormHasOnSeveralLinesOnOne() {
        assertThat(ActReason.checked("reason", " QĐ 99/QĐ-TTg \r\n\r\n  ngày 01/10/2026\t(bản sao)\n"))
                .isEqualTo("QĐ 99/QĐ-TTg ngày 01/10/2026 (bản sao)");
        assertThat(ActReason.checked("reason", "x".repeat(500))).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \t"})
    void wantsAReason(String text) {
        assertThatThrownBy(() -> ActReason.checked("decision", text))
                .isInstanceOfSatisfying(BusException.class, stopped -> {
                    assertThat(stopped.refusal().code()).isEqualTo(ErrorCode.EVIDENCE_MISSING);
                    assertThat(stopped.refusal().field()).isEqualTo("decision");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"của 999000000001", "số 999000001.", "a\u0000b", "a\u001bb"})
    void takesNobodysNumberAndNoControlCharacter(String text) {
        assertRefused(text);
    }

    @Test
    void isNoStory() {
        assertRefused("x".repeat(501));
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> ActReason.checked("reason", text))
                .isInstanceOfSatisfying(
                        BusException.class,
                        stopped -> assertThat(stopped.refusal().code()).isEqualTo(ErrorCode.FIELD_INVALID))
                .hasMessageNotContaining("999000");
    }
}
