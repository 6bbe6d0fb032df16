package vn.dancu.bus.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dancu.bus.upstream.UpstreamWireTest.QUESTION;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.population.group.CitizenGroups;

class AskedPersonTest {

    /** Asked for is 999080000001, born on 1980-01-02. */
    @ParameterizedTest
    @CsvSource({
        "FOUND, 999080000001, 1980-01-02, true",
        "FOUND, 999080000001, 1981-01-02, true",
        "FOUND, 999080000002, 1980-01-02, false",
        "FOUND, , 1980-01-02, true",
        "FOUND, , 1981-01-02, false",
        "FOUND, , , true",
        "ID_REPLACED, 999080000001, 1981-01-02, true",
        "ID_REPLACED, 999080000002, 1980-01-02, true",
        "ID_REPLACED, 999080000002, , true",
        "ID_REPLACED, 999080000002, 1981-01-02, false",
    })
    void isKnownByTheNumberAndWithoutThatByTheBirthDate(
            ResultStatus status, @Nullable String number, @Nullable String born, boolean isAsked) {
        Answer answer = new Answer.OfCitizen(
                QUESTION.requestId(),
                status,
                Instant.EPOCH,
                citizen(number, born == null ? null : BirthDate.parse(born)));

        assertThat(AskedPerson.isIn(answer, QUESTION)).isEqualTo(isAsked);
    }

    private static Citizen citizen(@Nullable String number, @Nullable BirthDate born) {
        return new Citizen(
                number,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                born,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                CitizenGroups.NONE,
                List.of());
    }
}
