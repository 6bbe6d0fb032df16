package vn.dancu.bus.desk.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.ledger.traffic.TrafficCount;
import vn.dancu.bus.ledger.traffic.TrafficLine;

/** A chart by the minute: a row a minute, with a value of every line. */
final class TrafficChart {

    /** The percentiles that are shown, in this order. */
    static final List<Double> SHARES = List.of(0.5, 0.95, 0.99);

    private static final double TENTHS = 10;

    /** A point of every line; null where there was nothing. */
    record Row(Instant moment, List<@Nullable Double> values) {}

    /**
     * Questions of each line.
     *
     * @param from the first minute
     * @param until after the last one
     */
    static List<Row> counts(List<TrafficLine> lines, Instant from, Instant until) {
        return rows(from, until, minute -> {
            List<@Nullable Double> values = new ArrayList<>();
            lines.forEach(line -> values.add((double) count(line, minute).all()));
            return values;
        });
    }

    /** The percentiles in milliseconds of all lines together. */
    static List<Row> percentiles(List<TrafficLine> lines, Instant from, Instant until) {
        return rows(from, until, minute -> {
            TrafficCount all = lines.stream()
                    .map(line -> count(line, minute))
                    .reduce(TrafficCount.none(), TrafficCount::plus);
            return percentiles(all);
        });
    }

    /** Those of one count, to a tenth of a millisecond. */
    static List<@Nullable Double> percentiles(TrafficCount count) {
        List<@Nullable Double> values = new ArrayList<>();
        for (double share : SHARES) {
            OptionalDouble found = count.latency().percentile(share);
            values.add(found.isPresent() ? Math.round(found.getAsDouble() * TENTHS) / TENTHS : null);
        }
        return values;
    }

    @FunctionalInterface
    private interface Minute {
        List<@Nullable Double> values(Instant minute);
    }

    private static List<Row> rows(Instant from, Instant until, Minute of) {
        List<Row> rows = new ArrayList<>();
        for (Instant minute = from; minute.isBefore(until); minute = minute.plus(Duration.ofMinutes(1))) {
            rows.add(new Row(minute, of.values(minute)));
        }
        return rows;
    }

    private static TrafficCount count(TrafficLine line, Instant minute) {
        return line.minutes().getOrDefault(minute, TrafficCount.none());
    }

    private TrafficChart() {}
}
