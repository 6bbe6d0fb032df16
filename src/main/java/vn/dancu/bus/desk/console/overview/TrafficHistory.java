package vn.dancu.bus.desk.console.overview;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Questions and their time, by door, partner and service: the timers of this instance, read every {@link #STEP} and kept for
 * two hours. Threads: one samples, any read.
 */
final class TrafficHistory {

    static final Duration STEP = Duration.ofSeconds(30);
    private static final int KEPT = 240;
    private static final int MAX_LINES = 6;
    private static final String CALLS = "dancu.inquiry.calls";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Since the start: how many, and how long in milliseconds all together. */
    private record Total(long count, double millis) {

        private static final Total NONE = new Total(0, 0);

        Total plus(Total other) {
            return new Total(count + other.count, millis + other.millis);
        }
    }

    /** One reading: totals by {@code tag=value}, and by outcome under {@code outcome=…}. */
    private record Sample(Instant at, Map<String, Total> totals) {}

    /** A point of every line of a chart; null where there was nothing. */
    record Row(Instant moment, List<@Nullable Double> values) {}

    /** @param names of the lines, the busiest first */
    record Chart(List<String> names, List<Row> rate, List<Row> latency) {}

    TrafficHistory(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void sample() {
        Map<String, Total> totals = new HashMap<>();
        for (Timer timer : registry.find(CALLS).timers()) {
            Total total = new Total(timer.count(), timer.totalTime(TimeUnit.MILLISECONDS));
            timer.getId()
                    .getTags()
                    .forEach(tag -> totals.merge(tag.getKey() + "=" + tag.getValue(), total, Total::plus));
        }
        synchronized (samples) {
            samples.addLast(new Sample(clock.instant(), totals));
            while (samples.size() > KEPT + 1) {
                samples.removeFirst();
            }
        }
    }

    /**
     * Questions a minute and their mean time in milliseconds.
     *
     * @param tag door, partner or service
     */
    Chart chart(String tag) {
        List<Sample> read = read();
        List<String> keys = busiest(read, tag + "=");
        List<Row> rate = new ArrayList<>();
        List<Row> latency = new ArrayList<>();
        for (int i = 1; i < read.size(); i++) {
            Sample before = read.get(i - 1);
            Sample now = read.get(i);
            double minutes = Duration.between(before.at(), now.at()).toMillis() / 60_000.0;
            List<@Nullable Double> rates = new ArrayList<>();
            List<@Nullable Double> times = new ArrayList<>();
            for (String key : keys) {
                Total since = since(before, now, key);
                rates.add(minutes <= 0 ? null : since.count() / minutes);
                times.add(since.count() == 0 ? null : since.millis() / since.count());
            }
            rate.add(new Row(now.at(), rates));
            latency.add(new Row(now.at(), times));
        }
        return new Chart(
                keys.stream().map(key -> key.substring(tag.length() + 1)).toList(), rate, latency);
    }

    /** How many questions came to each outcome within that time. */
    Map<String, Long> outcomes(Duration within) {
        List<Sample> read = read();
        Map<String, Long> counts = new HashMap<>();
        if (read.size() < 2) {
            return counts;
        }
        Sample now = read.get(read.size() - 1);
        Sample before = read.stream()
                .filter(sample -> !sample.at().isBefore(now.at().minus(within)))
                .findFirst()
                .orElse(now);
        for (String key : now.totals().keySet()) {
            if (key.startsWith("outcome=")) {
                counts.put(
                        key.substring("outcome=".length()),
                        since(before, now, key).count());
            }
        }
        return counts;
    }

    private List<Sample> read() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    private static Total since(Sample before, Sample now, String key) {
        Total last = now.totals().getOrDefault(key, Total.NONE);
        Total first = before.totals().getOrDefault(key, Total.NONE);
        return new Total(Math.max(0, last.count() - first.count()), Math.max(0, last.millis() - first.millis()));
    }

    private static List<String> busiest(List<Sample> read, String prefix) {
        if (read.isEmpty()) {
            return List.of();
        }
        Sample first = read.get(0);
        Sample last = read.get(read.size() - 1);
        return last.totals().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted(Comparator.comparingLong(
                                (String key) -> since(first, last, key).count())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_LINES)
                .toList();
    }
}
