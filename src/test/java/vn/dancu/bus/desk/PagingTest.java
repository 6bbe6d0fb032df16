package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;

class PagingTest {

    @Test
    void tellsTheNextPageOnlyWhenThereIsOne() {
        Paging paging = Paging.of(null, "2");

        assertThat(paging.page(List.of("a", "b", "c"), it -> it)).isEqualTo(new Paging.Page<>(List.of("a", "b"), "b"));
        assertThat(paging.page(List.of("a", "b"), it -> it)).isEqualTo(new Paging.Page<>(List.of("a", "b"), null));
    }

    @Test
    void takesAHundredWhenNoLimitIsNamed() {
        assertThat(Paging.of("x", null)).isEqualTo(new Paging("x", 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "1.5", "", "many", "99999999999"})
    void refusesOtherLimits(String limit) {
        assertThatThrownBy(() -> Paging.of(null, limit)).isInstanceOf(BusException.class);
    }
}
