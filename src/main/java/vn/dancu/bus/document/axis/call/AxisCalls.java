package vn.dancu.bus.document.axis.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.AxisSettings.Retry;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.document.axis.AxisVerb;
import vn.dancu.bus.kernel.LogKeys;

/** The calls of one account: each is tried by the plan of its verb, and each try is counted. */
public final class AxisCalls {

    private static final Logger LOGGER = LoggerFactory.getLogger(AxisCalls.class);
    private static final String METRIC = "dancu.document.axis.calls";
    private static final String SILENCE = "dancu.document.axis.silence";
    private static final String OK = "ok";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Account account;
    private final MeterRegistry meters;
    private final Clock clock;
    /** When each list of what waits could be read; without one before the first look. */
    private final Map<AxisVerb, Instant> listed = new ConcurrentHashMap<>();

    public AxisCalls(String name, Account account, MeterRegistry meters, Clock clock) {
        this.name = name;
        this.account = account;
        this.meters = meters;
        this.clock = clock;
    }

    /** What the call gives. A wrong account and a refused message are not tried again. */
    public <T> T run(AxisVerb verb, Supplier<T> call) {
        Retry plan = account.retry(verb);
        for (int attempt = 1; ; attempt++) {
            try {
                return measured(verb, call);
            } catch (AxisFailure failure) {
                boolean again = failure.kind() == Kind.UNAVAILABLE || failure.kind() == Kind.UNREADABLE;
                if (!again || attempt >= plan.attempts()) {
                    throw failure;
                }
                pause(plan.pause().multipliedBy(1L << (attempt - 1)), failure);
            }
        }
    }

    private <T> T measured(AxisVerb verb, Supplier<T> call) {
        long begun = System.nanoTime();
        String outcome = OK;
        if (verb.isLook() && listed.putIfAbsent(verb, clock.instant()) == null) {
            meters.gauge(SILENCE, Tags.of("account", name, "verb", word(verb)), this, calls -> calls.silence(verb));
        }
        try {
            T result = call.get();
            if (verb.isLook()) {
                listed.put(verb, clock.instant());
            }
            return result;
        } catch (AxisFailure failure) {
            outcome = failure.kind().name().toLowerCase(Locale.ROOT);
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.ERROR_CODE, failure.refusal().code())
                    .addKeyValue(LogKeys.ACCOUNT, name)
                    .addKeyValue(LogKeys.VERB, verb)
                    .addKeyValue(LogKeys.RULE, failure.refusal().rule())
                    .log("The document axis did not do what it was asked");
            throw failure;
        } finally {
            meters.timer(METRIC, "account", name, "verb", word(verb), "outcome", outcome)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }

    private double silence(AxisVerb verb) {
        Instant last = listed.getOrDefault(verb, clock.instant());
        return Duration.between(last, clock.instant()).toMillis() / 1000.0;
    }

    private static String word(AxisVerb verb) {
        return verb.name().toLowerCase(Locale.ROOT);
    }

    /** Instances that failed together do not come back together. */
    private static void pause(Duration most, AxisFailure failure) {
        long millis = Math.min(most.toMillis(), LONGEST_PAUSE.toMillis());
        try {
            TimeUnit.MILLISECONDS.sleep(millis - ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
