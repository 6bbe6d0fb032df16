package vn.dancu.bus.partner.calendar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.kernel.YamlFileException;

/** A calendar that is malformed or contradicts itself is refused with file, line and rule. */
class BrokenCalendarsTest {

    @ParameterizedTest
    @MethodSource({"brokenFiles", "brokenYears"})
    void isRefused(String text, String error) {
        assertThatThrownBy(() -> WorkingDays.read("own.yaml", text))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith("own.yaml:" + error);
    }

    private static Stream<Arguments> brokenFiles() {
        return Stream.of(
                Arguments.of("", "1: the file must not be empty"),
                Arguments.of("rest: [", "1: the file must be well-formed YAML"),
                Arguments.of("years: []", "1: the file must have rest"),
                Arguments.of("rest: [SUNDAY]\nyears: []", "2: years must have a year"),
                Arguments.of("rest: [SUNDAE]\nyears: []", "1: rest[0] must be a day of the week"),
                Arguments.of("rest: [SUNDAY, sunday]\nyears: []", "1: rest[1] stands twice"),
                Arguments.of(
                        "rest: [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]\nyears: []",
                        "1: rest must leave a day to work"));
    }

    private static Stream<Arguments> brokenYears() {
        return Stream.of(
                year("- {day: 2026-02-30, name: A}", "6: years[0].holidays[0].day must be a date as yyyy-MM-dd"),
                year("- {day: 2027-01-01, name: A}", "6: years[0].holidays[0].day must be a day of 2026"),
                year("- {day: 2026-01-01}", "6: years[0].holidays[0] must have name"),
                year(
                        "- {day: 2026-04-26, name: A}",
                        "6: years[0].holidays[0] falls on a weekly rest day and must have"),
                year(
                        "- {day: 2026-04-24, name: A, inLieu: 2026-04-27}",
                        "6: years[0].holidays[0].inLieu is for a holiday on a weekly rest day alone"),
                year(
                        "- {day: 2026-04-26, name: A, inLieu: 2026-05-03}",
                        "6: years[0].holidays[0].inLieu is a weekly rest day anyway"),
                year(
                        "- {day: 2026-01-01, name: A}\n      - {day: 2026-01-01, name: B}",
                        "7: years[0].holidays[1].day is a day that this year names already"),
                year(
                        "- {day: 2026-01-01, name: A}\n    swaps: [{off: 2026-01-02, work: 2026-01-05}]",
                        "7: years[0].swaps[0].work must be a weekly rest day"),
                year(
                        "- {day: 2026-01-01, name: A}\n    swaps: [{off: 2026-01-03, work: 2026-01-10}]",
                        "7: years[0].swaps[0].off is a weekly rest day anyway"),
                year(
                        "- {day: 2026-01-01, name: A}\n    swaps: [{off: 2026-01-01, work: 2026-01-10}]",
                        "7: years[0].swaps[0].off is a day that this year names already"),
                year(
                        "- {day: 2026-01-01, name: A}\n  - {year: 2028, origin: computed, holidays: []}",
                        "7: years[1] must be the year after the one before it"),
                Arguments.of(
                        "rest: [SUNDAY]\nyears:\n  - {year: 2026, origin: guessed, holidays: []}",
                        "3: years[0].origin must be official or computed"),
                Arguments.of(
                        "rest: [SUNDAY]\nyears:\n  - {year: 2026, origin: official, holidays: [], when: now}",
                        "3: years[0].when is no key here"));
    }

    /** The first holiday stands in line 6. */
    private static Arguments year(String holidays, String error) {
        return Arguments.of(
                "rest: [SATURDAY, SUNDAY]\nyears:\n  - year: 2026\n    origin: official\n    holidays:\n      "
                        + holidays,
                error);
    }
}
