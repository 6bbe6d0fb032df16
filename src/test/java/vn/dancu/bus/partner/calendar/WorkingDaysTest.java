package vn.dancu.bus.partner.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dancu.bus.kernel.BusException;

/** The calendar that comes with the bus, by days that were counted by hand. */
class WorkingDaysTest {

    private final WorkingDays days = calendar();

    @ParameterizedTest
    @CsvSource({
        // an ordinary week, over a weekend
        "2026-11-24, 1, 2026-11-25",
        "2026-11-24, 7, 2026-12-03",
        "2026-11-27, 1, 2026-11-30",
        "2026-11-28, 1, 2026-11-30",
        // Tết Bính Ngọ: free from Saturday 14 to Sunday 22 February
        "2026-02-13, 1, 2026-02-23",
        "2026-02-12, 3, 2026-02-24",
        "2026-02-16, 5, 2026-02-27",
        // Tết Đinh Mùi: two of its days fall on a weekend and are given back on Wednesday and Thursday
        "2027-02-04, 1, 2027-02-12",
        "2027-02-04, 7, 2027-02-22",
        // Giỗ Tổ on a Sunday, then 30 April and 1 May before a weekend
        "2026-04-24, 1, 2026-04-28",
        "2026-04-29, 1, 2026-05-04",
        // Friday 2 May 2025 was free and made up on Saturday 26 April
        "2025-04-25, 1, 2025-04-26",
        "2025-04-29, 1, 2025-05-05",
        // Monday 31 August 2026 is free and made up on Saturday 22 August
        "2026-08-21, 1, 2026-08-22",
        "2026-08-28, 1, 2026-09-03",
        // over the year's end: Thursday 1 January, then Friday made up on Saturday 10 January
        "2025-12-31, 1, 2026-01-05",
        "2026-01-09, 1, 2026-01-10",
        // Tết Canh Tuất is a day earlier than in Beijing
        "2030-01-31, 1, 2030-02-08",
        "2026-11-24, 0, 2026-11-24"
    })
    void countsForward(LocalDate from, int term, LocalDate last) {
        assertThat(days.after(from, term)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-03, 7, 2026-11-24",
        "2026-02-23, 1, 2026-02-22",
        "2026-02-24, 3, 2026-02-12",
        "2027-02-12, 1, 2027-02-11"
    })
    void findsTheLatestDayFromWhichATermLeadsUpToADay(LocalDate to, int term, LocalDate latest) {
        assertThat(days.before(to, term)).isEqualTo(latest);
        assertThat(days.between(latest, to)).isEqualTo(term);
        assertThat(days.between(latest.plusDays(1), to)).isLessThan(term);
    }

    @Test
    void agreesWithItselfOnEveryDayThatItKnows() {
        LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2030, 11, 1)).forEach(day -> {
            assertThat(days.between(day, days.after(day, 7))).as("from %s", day).isEqualTo(7);
            assertThat(days.isWorkingDay(days.after(day, 7))).as("from %s", day).isTrue();
        });
    }

    @Test
    void countsNothingBackwards() {
        assertThat(days.between(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)))
                .isZero();
        assertThat(days.between(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 2)))
                .isZero();
    }

    @Test
    void refusesATermThatReachesIntoAYearWithoutDays() {
        assertThatThrownBy(() -> days.after(LocalDate.of(2030, 12, 30), 5))
                .isInstanceOfSatisfying(BusException.class, refused -> {
                    assertThat(refused.refusal().code()).hasToString("field_invalid");
                    assertThat(refused.refusal().rule()).contains("2025, 2026, 2027, 2028, 2029, 2030");
                });
    }

    @Test
    void beginsADayAtMidnightInVietnam() {
        assertThat(WorkingDays.dayOf(Instant.parse("2026-11-23T16:59:59Z"))).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(WorkingDays.dayOf(Instant.parse("2026-11-23T17:00:00Z"))).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    private static WorkingDays calendar() {
        try {
            return WorkingDays.read(
                    "vn.yaml",
                    Files.readString(Path.of("src/main/resources/calendar/vn.yaml"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
