package vn.dancu.bus.delivery.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import vn.dancu.bus.delivery.DeliverySettings;

/**
 * When a failed attempt is followed by another.
 *
 * @param random from 0 to below 1
 */
record RetrySchedule(DeliverySettings.Plan plan, DoubleSupplier random) {

    /**
     * When the attempt after that one begins; empty when there is to be none.
     *
     * @param attempt number of the one that failed, from 1
     * @param firstAt when the first attempt began
     */
    Optional<Instant> after(int attempt, Instant firstAt, Instant now) {
        if (attempt >= plan.attempts()) {
            return Optional.empty();
        }
        Instant next = now.plus(pause(attempt));
        return next.isAfter(firstAt.plus(plan.giveUp())) ? Optional.empty() : Optional.of(next);
    }

    /** How long to wait after so many failures. */
    Duration pause(int failures) {
        double longest = plan.maxPause().toMillis();
        double grown = plan.firstPause().toMillis() * Math.pow(plan.factor(), Math.max(0, failures - 1));
        return Duration.ofMillis(Math.round(Math.min(longest, grown) * (1 - plan.jitter() * random.getAsDouble())));
    }
}
