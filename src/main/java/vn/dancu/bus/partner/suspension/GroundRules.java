package vn.dancu.bus.partner.suspension;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** Checks an order against the rules of its ground. */
final class GroundRules {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    private final Grounds grounds;
    private final WorkingDays days;

    GroundRules(Grounds grounds, WorkingDays days) {
        this.grounds = grounds;
        this.days = days;
    }

    /** The ground of the order, after all its rules were checked. */
    SuspensionGround check(SuspensionOrder order, Instant now) {
        SuspensionGround ground = suspension(order.ground());
        if (ground.forAll() && order.partner() != null) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "partner", "absent: this ground suspends all partners");
        }
        if (!ground.forAll() && order.partner() == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "partner", "the partner that this ground suspends");
        }
        requireText("reason", order.reason(), ErrorCode.FIELD_MISSING);
        if (ground.conditionStated()) {
            requireText("returnCondition", order.returnCondition(), ErrorCode.FIELD_MISSING);
        }
        requireUrgent(ground, order, now);
        requireTimes(ground, order.since() == null ? now : order.since(), order.until(), now);
        return ground;
    }

    SuspensionGround suspension(String code) {
        return byCode(grounds.suspension(), SuspensionGround::code, code);
    }

    TerminationGround termination(String code) {
        return byCode(grounds.termination(), TerminationGround::code, code);
    }

    private static <G> G byCode(List<G> grounds, Function<G, String> codeOf, String code) {
        return grounds.stream()
                .filter(it -> codeOf.apply(it).equals(code))
                .findFirst()
                .orElseThrow(() -> BusException.of(
                        ErrorCode.FIELD_INVALID,
                        "ground",
                        "one of " + grounds.stream().map(codeOf).collect(Collectors.joining(", "))));
    }

    static void requireText(String field, @Nullable String text, ErrorCode missing) {
        if (text == null || text.isBlank()) {
            throw BusException.of(missing, field, "1 to " + Suspensions.MAX_TEXT_LENGTH + " characters");
        }
        if (text.length() > Suspensions.MAX_TEXT_LENGTH) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, field, "1 to " + Suspensions.MAX_TEXT_LENGTH + " characters");
        }
    }

    /** An urgent suspension begins at once and lapses in time; an earlier end is that of a request which came earlier. */
    private static void requireUrgent(SuspensionGround ground, SuspensionOrder order, Instant now) {
        int hours = ground.confirmWithinHours();
        if (hours == 0) {
            return;
        }
        if (order.since() != null) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "since", "absent: an urgent suspension begins at once");
        }
        Instant until = order.until();
        if (until != null && until.isAfter(now.plus(Duration.ofHours(hours)))) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "until", "at most " + hours + " hours from now (" + ground.clause() + ")");
        }
    }

    private void requireTimes(SuspensionGround ground, Instant since, @Nullable Instant until, Instant now) {
        if (since.isBefore(now.minus(CLOCK_TOLERANCE))) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "since", "now or later");
        }
        LocalDate today = WorkingDays.dayOf(now);
        int ahead = ground.noticeWorkingDays();
        if (ahead > 0 && WorkingDays.dayOf(since).isBefore(days.after(today, ahead))) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "since",
                    "at least " + ahead + " working days after today, from " + days.after(today, ahead) + " on ("
                            + ground.clause() + ")");
        }
        if (until == null && ground.recoveryStated()) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "until", "the expected recovery (" + ground.clause() + ")");
        }
        if (until != null && (!until.isAfter(since) || !until.isAfter(now))) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "until", "after since and in the future");
        }
    }
}
