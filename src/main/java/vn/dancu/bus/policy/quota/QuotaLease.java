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

    /** A block is one part in so many of the limit, and towards the end of what is left. */
    static final int PARTS = 100;

    /** After the database said no, or nothing, it is left alone so long. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration MINUTES_KEPT = Duration.ofHours(1);
    private static final Duration DAYS_KEPT = Duration.ofDays(62);

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

    /** Hands what is left back to the database; a failure only wastes the permits. */
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
            long got = store.lease(key, since, limit, Math.max(1, limit / PARTS));
            // One is for the asker itself.
            block = new Block(since, until, limit, Math.max(0, got - 1));
            askAgainAt = Instant.MIN;
            return got > 0 ? Quotas.Take.TAKEN : pause(now, Quotas.Take.USED_UP);
        } catch (JdbcQuotaUse.QuotaUnavailable e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.PARTNER, key.partner())
                    .addKeyValue(LogKeys.SERVICE, key.service())
                    .setCause(e)
                    .log("No permits could be had from the database");
            block = new Block(since, until, limit, 0);
            return pause(now, Quotas.Take.UNAVAILABLE);
        }
    }

    private Quotas.Take pause(Instant now, Quotas.Take answer) {
        answerTillThen = answer;
        askAgainAt = now.plus(PAUSE);
        return answer;
    }

    private Duration kept() {
        return key.period() == Quotas.Period.MINUTE ? MINUTES_KEPT : DAYS_KEPT;
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
