package vn.dancu.bus.delivery.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.delivery.MessageSender;
import vn.dancu.bus.kernel.LogKeys;

/**
 * The sender of one destination. It runs while there are messages that can be sent, on the instance that has the lease:
 *
 * <pre>
 *   at rest ──woken──▶ lease ──▶ claim, send several at a time, note, claim … ──nothing to send──▶ at rest
 *      ▲                 │                          │
 *      └──another's──────┘            the lease is lost, or a stop: the rest goes back
 * </pre>
 */
final class Lane {

    private static final Logger LOGGER = LoggerFactory.getLogger(Lane.class);

    private static final int MAX_CLAIM = 512;
    private static final int FIRST_CLAIM = 32;

    /** How many bytes a claim may bring, about. */
    private static final long CLAIM_BYTES = 8L << 20;

    private static final Duration MAX_WAIT = Duration.ofMillis(100);

    /** How long a lane without messages keeps its lease, so that one message after another does not take one each. */
    private static final Duration LINGER = Duration.ofMillis(500);

    /** Shortest time between two claims that may bring nothing. */
    private static final Duration MIN_PAUSE = Duration.ofMillis(50);

    /** A lane whose messages all wait for a partner or for one before them rests a little longer each time. */
    private static final Duration MIN_IDLE = Duration.ofMillis(500);

    private static final int MAX_IDLE_RUNS = 8;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final LaneKey key;
    private final LaneParts parts;
    private final LaneQueue queue = new LaneQueue();
    private final DestinationPause pause;
    private final LaneAttempt attempts;
    private final int concurrency;
    private final Semaphore news = new Semaphore(0);
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger workers = new AtomicInteger();
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;
    private volatile boolean lost;
    private volatile Instant notBefore = Instant.MIN;
    private int claimSize = FIRST_CLAIM;
    private int idleRuns;
    private List<AttemptOutcome> unnoted = List.of();

    Lane(LaneKey key, LaneParts parts, MessageSender sender) {
        this.key = key;
        this.parts = parts;
        RetrySchedule schedule = parts.schedule(key);
        this.pause = new DestinationPause(schedule, parts.clock());
        this.attempts = new LaneAttempt(key, parts, schedule, sender);
        this.concurrency = parts.settings().concurrency(key.channel(), key.destination());
    }

    /** There may be a message. */
    void wake() {
        notBefore = Instant.MIN;
        if (news.availablePermits() == 0) {
            news.release();
        }
        look();
    }

    /** Begins to run if there may be something to send. */
    void look() {
        boolean wanted = !stopping && !pause.isOn() && !parts.clock().instant().isBefore(notBefore);
        if (wanted && started.compareAndSet(false, true)) {
            parts.threads().execute(this::run);
        }
    }

    /** Another instance has the lease. */
    void lose() {
        lost = true;
    }

    /** Begins nothing more. */
    void stop() {
        stopping = true;
        queue.empty();
    }

    /** Waits for a time until the attempts that are running have ended and are noted. */
    void awaitEnd() throws InterruptedException {
        if (running.tryLock(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            running.unlock();
        }
    }

    private void run() {
        running.lock();
        try {
            lost = false;
            // What an earlier run could not note, since the database was away.
            while (queue.size() > 0) {
                note();
            }
            if (!stopping && parts.lanes().lease(key)) {
                parts.claims().reclaim(key);
                boolean idle = !send();
                rest(idle);
                parts.lanes().release(key);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            queue.empty();
            notBefore = parts.clock().instant().plusSeconds(1);
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CHANNEL, key.channel())
                    .setCause(e)
                    .log("A destination's messages wait for the database");
        } finally {
            started.set(false);
            running.unlock();
        }
    }

    /** Sends until there is nothing that can be sent; returns whether there was anything. */
    private boolean send() throws InterruptedException {
        boolean any = false;
        long nextClaim = System.nanoTime();
        while (true) {
            boolean open = !stopping && !lost && !pause.isOn();
            if (!open) {
                queue.empty();
            }
            long now = System.nanoTime();
            int most = pause.limit(claimSize);
            boolean wanted = open && queue.size() <= most / 2;
            if (wanted && (news.tryAcquire() || now - nextClaim >= 0)) {
                nextClaim = claim(most - queue.size()) ? now : now + MIN_PAUSE.toNanos();
            }
            if (queue.size() > 0) {
                any = true;
                note();
            } else if (!open || !isAwaited(any)) {
                return any;
            }
        }
    }

    /** Until a message is due, or, where those that there are wait for something else, for a while. */
    private void rest(boolean idle) {
        idleRuns = idle ? Math.min(idleRuns + 1, MAX_IDLE_RUNS) : 0;
        Instant now = parts.clock().instant();
        Instant idleEnd = now.plus(MIN_IDLE.multipliedBy(idleRuns));
        notBefore = parts.claims()
                .nextDue(key)
                .filter(due -> due.isBefore(idleEnd) || !idle)
                .orElse(idleEnd);
    }

    /** Whether a message comes before it is time to rest. */
    private boolean isAwaited(boolean any) throws InterruptedException {
        if (!any || !news.tryAcquire(LINGER.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        news.release();
        return true;
    }

    /** Claims and begins to send; returns whether there may be more. */
    private boolean claim(int limit) {
        List<ClaimedMessage> claimed = parts.claims().claim(key, parts.held(), limit);
        long largest = claimed.stream()
                .mapToLong(message -> message.sealed().length)
                .max()
                .orElse(0);
        claimSize = (int) Math.max(1, Math.min(MAX_CLAIM, CLAIM_BYTES / Math.max(1, largest)));
        int ready = queue.add(claimed);
        for (int i = 0; i < ready; i++) {
            startWorker();
        }
        return claimed.size() == limit;
    }

    private void note() throws InterruptedException {
        if (unnoted.isEmpty()) {
            unnoted = queue.take(MAX_WAIT);
        }
        if (!unnoted.isEmpty()) {
            parts.claims().note(unnoted);
            queue.noted(unnoted);
            unnoted = List.of();
        }
    }

    private void startWorker() {
        if (workers.incrementAndGet() > concurrency) {
            workers.decrementAndGet();
        } else {
            parts.threads().execute(this::work);
        }
    }

    private void work() {
        try {
            for (ClaimedMessage message = next(); message != null; message = next()) {
                AttemptOutcome outcome = attempts.make(message);
                queue.ended(outcome);
                regard(outcome);
            }
        } finally {
            workers.decrementAndGet();
        }
        // A message may have become ready after the last look and before the worker counted as gone.
        if (queue.isReady()) {
            startWorker();
        }
    }

    /** The next to be sent. A pause that has begun meanwhile holds also for what was claimed before it, or while it began. */
    private @Nullable ClaimedMessage next() {
        if (pause.isOn()) {
            queue.empty();
        }
        return queue.next();
    }

    private void regard(AttemptOutcome outcome) {
        if (!(outcome instanceof AttemptOutcome.Postponed failed)) {
            pause.answered();
        } else if (!failed.sparesDestination() && pause.failed()) {
            parts.metrics().paused(key.channel());
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CHANNEL, key.channel())
                    .addKeyValue(LogKeys.CAUSE, failed.error())
                    .log("A destination has failed several times in a row and is left in peace for a while");
        }
    }
}
