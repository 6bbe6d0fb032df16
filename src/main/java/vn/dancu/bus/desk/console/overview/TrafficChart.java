package vn.dancu.bus.desk.console.overview;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.ledger.traffic.TrafficCount;
import vn.dancu.bus.ledger.traffic.TrafficLine;

/**
 * A chart by the minute and the table that says the same.
 *
 * @param names of the lines
 * @param rows a row a minute, with a value of every line as it is read
 * @param data the same for the script that draws: a JSON array of the moments in seconds, and one of the values of each line, null
 *     where there was nothing
 */
record TrafficChart(List<String> names, List<Row> rows, String data) {

    private static final List<String> PERCENTILE_NAMES = List.of("p50", "p95", "p99");
    private static final List<Double> SHARES = List.of(0.5, 0.95, 0.99);
    private static final double TENTHS = 10;
    private static final String NOTHING = "–";

    /** A minute. */
    record Row(Instant moment, List<String> cells) {}

    @FunctionalInterface
    private interface MinuteValues {
        List<@Nullable Double> of(Instant minute);
    }

    /**
     * Questions of each line.
     *
     * @param from the first minute
     * @param until after the last one
     */
    static TrafficChart counts(
            List<String> names, List<TrafficLine> lines, Instant from, Instant until, Locale language) {
        return of(names, from, until, language, minute -> {
            List<@Nullable Double> values = new ArrayList<>();
            lines.forEach(line -> values.add((double) count(line, minute).all()));
            return values;
        });
    }

    /** The percentiles in milliseconds of all lines together. */
    static TrafficChart percentiles(List<TrafficLine> lines, Instant from, Instant until, Locale language) {
        return of(
                PERCENTILE_NAMES,
                from,
                until,
                language,
                minute -> percentiles(lines.stream()
                        .map(line -> count(line, minute))
                        .reduce(TrafficCount.none(), TrafficCount::plus)));
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

    private static TrafficChart of(
            List<String> names, Instant from, Instant until, Locale language, MinuteValues minutes) {
        NumberFormat numbers = NumberFormat.getInstance(language);
        numbers.setMaximumFractionDigits(1);
        List<Row> rows = new ArrayList<>();
        List<List<@Nullable Double>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(new ArrayList<>()));
        for (Instant minute = from; minute.isBefore(until); minute = minute.plus(Duration.ofMinutes(1))) {
            List<@Nullable Double> values = minutes.of(minute);
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Double value = values.get(i);
                columns.get(i).add(value);
                cells.add(value == null ? NOTHING : numbers.format(value));
            }
            rows.add(new Row(minute, cells));
        }
        String moments = rows.stream()
                .map(row -> Long.toString(row.moment().getEpochSecond()))
                .collect(Collectors.joining(",", "[", "]"));
        String data = columns.stream().map(Object::toString).collect(Collectors.joining(","));
        return new TrafficChart(names, rows, "[" + moments + (columns.isEmpty() ? "" : "," + data) + "]");
    }

    private static TrafficCount count(TrafficLine line, Instant minute) {
        return line.minutes().getOrDefault(minute, TrafficCount.none());
    }
}
