package vn.dancu.bus.citizen.sms;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failures and the lock that follows from them.
 *
 * @param count since the last success, pause or lock
 * @param lastAt when the last one was; null when there is none
 * @param lockedUntil null when there never was a lock
 */
record FailureCount(int count, @Nullable Instant lastAt, @Nullable Instant lockedUntil) {

    static final FailureCount NONE = new FailureCount(0, null, null);

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** One more; those before a pause as long as a lock do not count. A lock begins the count anew. */
    FailureCount more(Instant now, int limit, Duration lockFor) {
        boolean goesOn = lastAt != null && now.isBefore(lastAt.plus(lockFor));
        int more = goesOn ? count + 1 : 1;
        return more >= limit ? new FailureCount(0, now, now.plus(lockFor)) : new FailureCount(more, now, lockedUntil);
    }
}
