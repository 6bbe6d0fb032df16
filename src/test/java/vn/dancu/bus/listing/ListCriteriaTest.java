package vn.dancu.bus.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.register.list.PersonSelection;

/** What the people of a list have in common. */
class ListCriteriaTest {

    @Test
    void takesWholeYearsOnTheDayOfTheRequest() {
        PersonSelection selection = ages(18, 18).selection(LocalDate.of(2026, 11, 30));

        assertThat(selection.bornFrom()).isEqualTo(LocalDate.of(2007, 12, 1));
        assertThat(selection.bornUntil()).isEqualTo(LocalDate.of(2008, 11, 30));
    }

    @Test
    void leavesOpenWhatIsNotAskedFor() {
        PersonSelection selection = ages(60, null).selection(LocalDate.of(2026, 11, 30));

        assertThat(selection.bornFrom()).isNull();
        assertThat(selection.area()).isNull();
        assertThat(selection.bornUntil()).isEqualTo(LocalDate.of(1966, 11, 30));
    }

    @Test
    void namesTheFieldsByWhichItSelects() {
        ListCriteria criteria = new ListCriteria(true, "40", null, "16681", null, null, "04", null, null, null);

        assertThat(criteria.fields()).containsExactly(FieldPath.of("NoiOHienTai"), FieldPath.of("NhomMau"));
    }

    @Test
    void refusesAWardWithoutItsProvince() {
        assertThatThrownBy(() -> new ListCriteria(null, null, null, "16681", null, null, null, null, null, null))
                .hasMessage("field_missing");
    }

    private static ListCriteria ages(Integer from, Integer to) {
        return new ListCriteria(null, null, null, null, from, to, null, null, null, null);
    }
}
