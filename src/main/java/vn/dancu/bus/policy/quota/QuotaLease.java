package vn.dancu.bus.policy.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.policy.PolicySettings;

/** The permits of one quota that this instance holds for the running period. */
final class QuotaLease {

    private static final Logger LOGGER = LoggerFactory.getLogger(QuotaLease.class);

    /** A block has at most this part of the limit; the database gives less when little is left. */
    static final int BLOCKS_PER_LIMIT = 100;

    /** How long the database is not asked again after it had no permits left, or did not answer. */
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private static final Duration MINUTE_ROWS_KEPT = Duration.ofHours(1);
    private static final Duration DAY_ROWS_KEPT = Duration.ofDays(62);

    private static final Block NO_BLOCK = new Block(Instant.MIN, Instant.MIN, 0, 0);

    private final Quotas.Key key;
    private final JdbcQuotaUse store;
    private final Duration timeout;
    private final ZoneId zone;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Block block = NO_BLOCK;
    private volatile Instant askAgainAt = Instant.MIN;
    private volatile Quotas.Take answerTillThen = Quotas.Take.USED_UP;

    QuotaLease(Quotas.Key key, JdbcQuotaUse store, PolicySettings settings) {
        this.key = key;
        this.store = store;
        this.timeout = settings.leaseTimeout();
        this.zone = settings.zone();
    }

    /** Permits of one period under one limit. */
    private record Block(Instant since, Instant until, long limit, AtomicLong left) {

        Block(Instant since, Instant until, long limit, long left) {
            this(since, until, limit, new AtomicLong(left));
        }

        boolean isFor(Instant now, long wanted) {
            return limit == wanted && !now.isBefore(since) && now.isBefore(until);
        }

        boolean takeOne() {
            return left.getAndUpdate(it -> Math.max(0, it - 1)) > 0;
        }
    }

    Quotas.Take take(Instant now, long limit) {
        Block held = block;
        if (held.isFor(now, limit) && held.takeOne()) {
            return Quotas.Take.TAKEN;
        }
        return renewAndTake(now, limit);
    }

    /** Puts back what {@link #take} took at that time. */
    void giveBack(Instant takenAt) {
        Block held = block;
        if (held.isFor(takenAt, held.limit())) {
            held.left().incrementAndGet();
        }
    }

    /** Gives unused permits back to the database; when that fails they are lost for the period. */
    void surrender() {
        Block held = block;
        block = NO_BLOCK;
        long left = held.left().getAndSet(0);
        if (left > 0) {
            try {
                store.giveBack(key, held.since(), left);
            } catch (JdbcQuotaUse.QuotaUnavailable e) {
                LOGGER.atDebug().setCause(e).log("Unused permits could not be given back");
            }
        }
    }

    private Quotas.Take renewAndTake(Instant now, long limit) {
        if (!lockInTime()) {
            return Quotas.Take.UNAVAILABLE;
        }
        try {
            Block held = block;
            if (held.isFor(now, limit) && held.takeOne()) {
                return Quotas.Take.TAKEN;
            }
            if (held.isFor(now, limit) && now.isBefore(askAgainAt)) {
                return answerTillThen;
            }
            return renew(held, now, limit);
        } finally {
            renewing.unlock();
        }
    }

    private Quotas.Take renew(Block held, Instant now, long limit) {
        Instant since = Quotas.start(key.period(), now, zone);
        Instant until = since.plus(Quotas.length(key.period()));
        // Permits under a limit that no longer holds go back before new ones are taken.
        surrender();
        try {
            if (limit <= 0) {
                return pause(now, Quotas.Take.USED_UP);
            }
            if (!since.equals(held.since())) {
                store.forget(key, since.minus(kept()));
            }
            long got = store.lease(key, since, limit, Math.max(1, limit / BLOCKS_PER_LIMIT));
            // One permit is used by this request.
            block = new Block(since, until, limit, Math.max(0, got - 1));
            askAgainAt = Instant.MIN;
            return got > 0 ? Quotas.Take.TAKEN : pause(now, Quotas.Take.USED_UP);
        } catch (JdbcQuotaUse.QuotaUnavailable e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.PARTNER, key.partner())
                    .addKeyValue(LogKeys.SERVICE, key.service())
                    .setCause(e)
                    .log("The database gave no permits of a quota");
            block = new Block(since, until, limit, 0);
            return pause(now, Quotas.Take.UNAVAILABLE);
        }
    }

    private Quotas.Take pause(Instant now, Quotas.Take answer) {
        answerTillThen = answer;
        askAgainAt = now.plus(RETRY_PAUSE);
        return answer;
    }

    private Duration kept() {
        return key.period() == Quotas.Period.MINUTE ? MINUTE_ROWS_KEPT : DAY_ROWS_KEPT;
    }

    private boolean lockInTime() {
        try {
            return renewing.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
