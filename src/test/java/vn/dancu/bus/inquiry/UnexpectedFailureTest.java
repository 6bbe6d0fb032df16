package vn.dancu.bus.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

class UnexpectedFailureTest {

    @Test
    void findsTheRefusalThatIsWrappedInAFailure() {
        Refusal refusal = Refusal.of(ErrorCode.MESSAGE_TOO_LARGE);

        Refusal found = UnexpectedFailure.refusal(
                new ServletException(new IllegalStateException(new BusException(refusal))), "rest");

        assertThat(found).isSameAs(refusal);
    }

    @Test
    void makesAnythingElseAnInternalError() {
        assertThat(UnexpectedFailure.refusal(new IllegalStateException(), "rest")
                        .code())
                .isEqualTo(ErrorCode.INTERNAL_ERROR);
    }

    @Test
    void describesTypesAndPlacesAndNoMessage() {
        IllegalStateException failure =
                new IllegalStateException("NGUYEN VAN MAU", new IllegalArgumentException("999000000001"));

        assertThat(UnexpectedFailure.describe(failure))
                .startsWith("java.lang.IllegalStateException at vn.dancu.bus.inquiry.UnexpectedFailureTest")
                .contains("caused by java.lang.IllegalArgumentException")
                .doesNotContain("MAU", "999");
    }

    @Test
    void endsWithACauseThatGoesRound() {
        IllegalStateException one = new IllegalStateException();
        IllegalStateException other = new IllegalStateException(one);
        one.initCause(other);

        assertThat(UnexpectedFailure.refusal(one, "rest").code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
    }
}
