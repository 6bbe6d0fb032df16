package vn.dancu.bus.ledger.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the questions of this instance by the minute until they are written down. */
final class TrafficBook implements TrafficMeter {

    private static final Duration KEPT_UNWRITTEN = Duration.ofHours(1);

    private final Clock clock;
    private final Map<Key, Cell> cells = new HashMap<>();

    TrafficBook(Clock clock) {
        this.clock = clock;
    }

    /** What a count is of. */
    record Key(Instant minute, TrafficTag tag, String value) {}

    /** A count as it stands, of this instance. */
    record Entry(Key key, TrafficCount count) {}

    private static final class Cell {
        private final LatencyHistogram latency = LatencyHistogram.empty();
        private long answered;
        private long refused;
        private long failed;
        private long written;

        void add(Outcome outcome, Duration took) {
            switch (outcome) {
                case ANSWERED -> answered++;
                case REFUSED -> refused++;
                case FAILED -> failed++;
            }
            latency.record(took);
        }

        TrafficCount read() {
            return new TrafficCount(answered, refused, failed, LatencyHistogram.of(latency.counts()));
        }

        boolean isWritten() {
            return written == answered + refused + failed;
        }
    }

    @Override
    public synchronized void ended(String door, String partner, String service, Outcome outcome, Duration took) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        cell(new Key(minute, TrafficTag.DOOR, door)).add(outcome, took);
        cell(new Key(minute, TrafficTag.PARTNER, partner)).add(outcome, took);
        cell(new Key(minute, TrafficTag.SERVICE, service)).add(outcome, took);
    }

    private Cell cell(Key key) {
        return cells.computeIfAbsent(key, none -> new Cell());
    }

    /** What has changed since it was written. */
    synchronized List<Entry> changed() {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getValue().isWritten())
                .map(cell -> new Entry(cell.getKey(), cell.getValue().read()))
                .toList();
    }

    /** Those were written. Minutes that are over and written are forgotten, and so is what nobody could write for an hour. */
    synchronized void written(List<Entry> entries) {
        entries.forEach(entry -> cell(entry.key()).written = entry.count().all());
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        cells.entrySet()
                .removeIf(cell -> cell.getKey().minute().isBefore(minute)
                        && (cell.getValue().isWritten()
                                || cell.getKey().minute().isBefore(now.minus(KEPT_UNWRITTEN))));
    }
}
