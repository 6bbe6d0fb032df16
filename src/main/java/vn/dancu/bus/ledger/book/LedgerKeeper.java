package vn.dancu.bus.ledger.book;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.LedgerSettings;
import vn.dancu.bus.ledger.UnevenHour;

/** Writes the book of this instance down, closes the books of killed ones, and raises the alarm over what is missing. */
final class LedgerKeeper implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(LedgerKeeper.class);
    private static final List<String> DOORS =
            List.of("soap", "rest", "adapter", "xroad", "xroad-rest", "jms", "document", "me", "sms");
    private static final Duration KEPT_IN_MEMORY = Duration.ofHours(3);
    private static final Duration WATCHED = Duration.ofHours(25);

    private final UUID instance = UUID.randomUUID();
    private final EntryBook book;
    private final JdbcLedgerCounts counts;
    private final Balances balances;
    private final LedgerSettings settings;
    private final Consumer<UnevenHour> alarm;
    private final Set<String> raised = new HashSet<>();
    private final MultiGauge missing;
    private final MultiGauge diverging;
    private final Clock clock;
    private volatile boolean running;

    /** @param alarm takes each uneven hour once */
    LedgerKeeper(
            EntryBook book,
            JdbcLedgerCounts counts,
            Balances balances,
            LedgerSettings settings,
            Consumer<UnevenHour> alarm,
            MeterRegistry registry,
            Clock clock) {
        this.book = book;
        this.counts = counts;
        this.balances = balances;
        this.settings = settings;
        this.alarm = alarm;
        this.missing = MultiGauge.builder("dancu.ledger.missing")
                .description(
                        "Messages that a door took in the last day and that are nowhere; anything but 0 is an alarm")
                .register(registry);
        this.diverging = MultiGauge.builder("dancu.ledger.diverging")
                .description(
                        "Answers of the last day that either the ledger or the trail has; anything but 0 is an alarm")
                .register(registry);
        this.clock = clock;
    }

    void flush() {
        int lost = book.giveUp(settings.missingAfter());
        if (lost > 0) {
            LOGGER.atError()
                    .addKeyValue(LogKeys.COUNT, lost)
                    .log("Messages that a door took have not ended: they are missing");
        }
        write(false);
    }

    void watch() {
        int killed = counts.closeKilled(settings.killedAfter());
        if (killed > 0) {
            LOGGER.atWarn().addKeyValue(LogKeys.COUNT, killed).log("The books of killed instances were closed");
        }
        Instant now = clock.instant();
        List<Balance> lines = balances.between(now.minus(WATCHED), now.plusSeconds(1), null, null);
        missing.register(byDoor(lines, line -> line.missing() + Math.abs(line.difference())), true);
        diverging.register(byDoor(lines, line -> line.unrecorded() + line.uncounted()), true);
        lines.stream()
                .filter(line -> !line.isEven())
                .collect(Collectors.groupingBy(line -> line.hour() + " " + line.door()))
                .forEach(this::raise);
    }

    private void raise(String hour, List<Balance> uneven) {
        if (raised.add(hour)) {
            Balance first = uneven.get(0);
            LOGGER.atError()
                    .addKeyValue(LogKeys.DOOR, first.door())
                    .addKeyValue(LogKeys.COUNT, uneven.size())
                    .log("An hour of a door does not balance");
            alarm.accept(new UnevenHour(first.hour(), first.door(), uneven));
        }
    }

    /** Doors that took nothing have a value too: an alarm that nobody can see is none. */
    private static List<MultiGauge.Row<?>> byDoor(List<Balance> lines, ToLongFunction<Balance> value) {
        Map<String, Long> sums = new TreeMap<>();
        DOORS.forEach(door -> sums.put(door, 0L));
        lines.forEach(line -> sums.merge(line.door(), value.applyAsLong(line), Long::sum));
        return sums.entrySet().stream()
                .map(entry -> MultiGauge.Row.of(Tags.of("door", entry.getKey()), entry.getValue()))
                .collect(Collectors.toList());
    }

    private void write(boolean isLast) {
        try {
            counts.write(instance, book.lines(KEPT_IN_MEMORY), isLast);
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("The ledger could not be written; it is written at the next time");
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** After the doors have closed: what is in work then is interrupted. */
    @Override
    public void stop() {
        running = false;
        write(true);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
