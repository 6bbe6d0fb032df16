package vn.dancu.bus.partner.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.kernel.YamlFileException;

/** Grounds that are malformed or contradict themselves are refused with file, line and rule. */
class BrokenGroundsTest {

    private static final String RIGHT =
            """
            suspension:
              - code: maintenance
                name: {vi: Bảo trì, en: Maintenance}
                clause: Điều 43
                scope: all
                noticeWorkingDays: 7
                recovery: required
                notice: public
                noticeWithinDays: 1
                returnCondition: optional
                resumePersons: 1
            termination:
              - {code: purpose-gone, name: {vi: Hết mục đích, en: Purpose gone}, clause: Điều 44}
            """;

    @Test
    void readsWhatIsRight() {
        assertThat(Grounds.read("own.yaml", RIGHT).suspension())
                .singleElement()
                .extracting(SuspensionGround::noticeWorkingDays)
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: maintenance | code: Main Tenance | own.yaml:2: suspension[0].code must be lower-case words",
                "scope: all | scope: some | own.yaml:5: suspension[0].scope must be all or named",
                "scope: all | scope: named | own.yaml:8: suspension[0].notice must be public where the scope is all",
                "noticeWorkingDays: 7 | noticeWorkingDays: x | own.yaml:6: suspension[0].noticeWorkingDays must be a whole",
                "noticeWorkingDays: 7 | noticeWorkingDays: 70 | own.yaml:6: suspension[0].noticeWorkingDays must be at most",
                "recovery: required | recovery: optional | own.yaml:7: suspension[0].recovery must be required where",
                "notice: public | notice: nobody | own.yaml:8: suspension[0].notice must be public or partner",
                "resumePersons: 1 | resumePersons: 3 | own.yaml:11: suspension[0].resumePersons must be 1 or 2",
                "resumePersons: 1 | resumePersons: 2 | own.yaml:11: suspension[0].resumePersons must be 1 where the scope",
                "returnCondition: optional | returnCondition: never | own.yaml:10: suspension[0].returnCondition must be",
                "name: {vi: Bảo trì, en: Maintenance} | name: {vi: Bảo trì} | own.yaml:3: suspension[0].name must have en",
                "clause: Điều 43 | reason: Điều 43 | own.yaml:4: suspension[0].reason is no key here",
                "code: purpose-gone | code: maintenance | own.yaml:13: termination[0].code is the code of another ground",
                "termination: | ending: | own.yaml:12: ending is no key here"
            })
    void refusesWhatIsNot(String right, String wrong, String error) {
        assertThatThrownBy(() -> Grounds.read("own.yaml", RIGHT.replace(right, wrong)))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith(error);
    }
}
