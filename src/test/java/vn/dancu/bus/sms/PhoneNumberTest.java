package vn.dancu.bus.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0999000001",
                "84999000001",
                "+84999000001",
                "0084999000001",
                " 0999 000 001",
                "0999.000.001",
                "(+84) 999-000-001"
            })
    void formsOfOneNumberAreOneNumber(String written) {
        assertThat(PhoneNumber.of(written)).contains(new PhoneNumber("+84999000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "1414",
                "VIETTEL",
                "84",
                "0999",
                "+84999000001234567",
                "٠٩٩٩٠٠٠٠٠١",
                "０９９９０００００１",
                "+0999000001"
            })
    void whatIsNoSubscriberNumberIsNone(String written) {
        assertThat(PhoneNumber.of(written)).isEmpty();
    }

    @Test
    void aNumberOfAnotherCountryKeepsItsCode() {
        assertThat(PhoneNumber.of("+85620000001").map(PhoneNumber::digits)).contains("85620000001");
    }

    @Test
    void itsTextHasNoDigits() {
        assertThat(new PhoneNumber("+84999000001").toString()).doesNotContainPattern("[0-9]");
    }
}
