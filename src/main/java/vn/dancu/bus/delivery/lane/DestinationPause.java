package vn.dancu.bus.delivery.lane;

import java.time.Clock;
import java.time.Instant;

/**
 * Leaves a destination in peace after several failures in a row: all its messages wait, and afterwards a few try whether it is
 * back. One message that fails among others that do not pauses nothing. Thread-safe.
 */
final class DestinationPause {

    private static final int MAX_FAILURES = 5;

    private final RetrySchedule schedule;
    private final Clock clock;
    private int failures;
    private int pauses;
    private Instant since = Instant.MAX;
    private Instant until = Instant.MIN;

    DestinationPause(RetrySchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The destination has answered. */
    synchronized void answered() {
        failures = 0;
        pauses = 0;
        since = Instant.MAX;
    }

    /** An attempt has failed; returns whether a pause begins. */
    synchronized boolean failed() {
        failures++;
        if (failures < MAX_FAILURES || isOn()) {
            return false;
        }
        pauses++;
        since = clock.instant();
        until = since.plus(schedule.pause(pauses));
        return true;
    }

    synchronized boolean isOn() {
        Instant now = clock.instant();
        // A clock that was put back ends a pause.
        return !now.isBefore(since) && now.isBefore(until);
    }

    /** How many messages may be claimed at once. */
    synchronized int limit(int most) {
        return pauses == 0 ? most : 1;
    }
}
