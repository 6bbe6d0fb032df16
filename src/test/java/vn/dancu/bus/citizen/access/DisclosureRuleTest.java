package vn.dancu.bus.citizen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** Until when a rule hides a use: whole days in Vietnam, the day of the use not counted. */
class DisclosureRuleTest {

    private static final String RULE = "rules: [{id: a1, legalBasis: L, partners: [p01], %s}]";

    @ParameterizedTest(name = "{0} of a use on {1}: seen from {2}")
    @CsvSource({
        "P1D, 2026-11-29T00:00, 2026-12-01T00:00",
        "P1D, 2026-11-29T23:59:59.999999, 2026-12-01T00:00",
        "P90D, 2026-11-29T12:00, 2027-02-28T00:00",
        "P1M, 2026-01-28T12:00, 2026-03-01T00:00",
        "P1M, 2026-01-31T12:00, 2026-03-01T00:00",
        "P1M, 2026-02-28T12:00, 2026-03-29T00:00",
        "P1M, 2026-03-31T23:59, 2026-05-01T00:00",
        "P1Y, 2028-02-29T12:00, 2029-03-01T00:00",
        "P2Y, 2026-11-29T12:00, 2028-11-30T00:00",
    })
    void hidesAUseToTheEndOfItsLastDay(String term, LocalDateTime used, LocalDateTime seen) {
        DisclosureRule rule = rule("hiddenFor: " + term);
        Instant use = used.atZone(WorkingDays.ZONE).toInstant();
        Instant moment = seen.atZone(WorkingDays.ZONE).toInstant();

        assertThat(rule.hiddenSince(moment.minusNanos(1))).as("a moment before").isBeforeOrEqualTo(use);
        assertThat(rule.hiddenSince(moment)).isAfter(use);
    }

    /** A use that was seen once stays: no month is so short that the border moves back. */
    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P30D", "P1M", "P3M", "P1Y", "P1Y1M1D"})
    void neverMovesBack(String term) {
        DisclosureRule rule = rule("hiddenFor: " + term);
        Instant hour = Instant.parse("2027-01-01T00:00:00Z");
        Instant before = rule.hiddenSince(hour);
        for (int hours = 0; hours < 3 * 366 * 24; hours += 5) {
            hour = hour.plus(Duration.ofHours(5));
            Instant since = rule.hiddenSince(hour);
            assertThat(since)
                    .as("%s at %s", term, hour)
                    .isAfterOrEqualTo(before)
                    .isBefore(hour);
            before = since;
        }
    }

    @Test
    void endsARuleAtTheBeginningOfItsDayInVietnam() {
        DisclosureRule rule = rule("hiddenUntil: 2027-01-01");
        Instant before = Instant.parse("2026-12-31T16:59:59Z");

        assertThat(rule.hiddenSince(before)).isEqualTo(Instant.EPOCH);
        assertThat(rule.hiddenSince(before.plusSeconds(1))).isAfter(before.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kinds: [polise], hiddenFor: P1Y",
                "authorities: [Bo Cong an], hiddenFor: P1Y",
                "actions: [looked], hiddenFor: P1Y",
            })
    void refusesAWordThatWouldHideNothing(String terms) {
        assertThatThrownBy(() -> rule(terms)).isInstanceOf(YamlFileException.class);
    }

    @Test
    void knowsAnAuthorityByEitherForm() {
        assertThat(rule("authorities: [000.00.00.H41], hiddenFor: P1Y").who().authorities())
                .isEqualTo(rule("authorities: [H41], hiddenFor: P1Y").who().authorities());
        assertThat(rule("hiddenUntil: 2027-01-01").hiddenUntil()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    private static DisclosureRule rule(String terms) {
        return DisclosureRules.read("rules", String.format(RULE, terms), Set.of("police"))
                .all()
                .get(0);
    }
}
