package vn.dancu.bus.policy.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFormTest {

    @ParameterizedTest
    @CsvSource({
        "H41.1-######-####, H41.1-261124-0001,  true",
        "H41.1-######-####, H41.1-261124-001,   false",
        "H41.1-######-####, H41.1-261124-00011, false",
        "H41.1-######-####, H41.1-26112A-0001,  false",
        "H41.1-######-####, H42.1-261124-0001,  false",
        "@@/####,           AB/0001,            true",
        "@@/####,           aB/0001,            false",
        "####,              ١٢٣٤,               false"
    })
    void fitsCharacterByCharacter(String mask, String number, boolean fits) {
        assertThat(new CaseForm(mask).fits(number)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(a+)+$", "a b", "số-####"})
    void isOfPlainCharactersAlone(String mask) {
        assertThatThrownBy(() -> new CaseForm(mask)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"HS-1, true", "a/b.c_d, true", "' HS', false", "a b, false", "'', false"})
    void takesAnyPlainNumberWhereNoFormIsAskedFor(String number, boolean fits) {
        GrantTerms terms =
                new GrantTerms(null, Set.of(), GrantTerms.Demand.CASE, List.of(), GrantTerms.ConsentDemand.NONE);

        assertThat(terms.fits(number)).isEqualTo(fits);
    }
}
