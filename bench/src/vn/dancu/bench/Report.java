package vn.dancu.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The figures as a table for the reader and as lines for a program.
 *
 * @param conditions under which they were measured
 * @param rounds in the order of running
 * @param trail what the audit trail holds, in a sentence
 */
record Report(Map<String, String> conditions, List<Measured> rounds, String trail) {

    private static final String ROW = "| %-10s | %10s | %8s | %8s | %8s | %7s | %6s | %10s | %10s | %10s |%n";

    String table() {
        StringBuilder text = new StringBuilder();
        conditions.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        text.append('\n');
        text.append(String.format(
                ROW,
                "round",
                "requests/s",
                "p50 ms",
                "p99 ms",
                "worst ms",
                "answers",
                "errors",
                "server µs",
                "client µs",
                "database µs"));
        text.append("|---|---|---|---|---|---|---|---|---|---|\n");
        for (Measured measured : rounds) {
            text.append(row(measured.round().target(), List.of(measured)));
        }
        for (String target : List.of("bare", "earlier", "bus")) {
            if (of(target).size() > 1) {
                text.append(row(target.toUpperCase(Locale.ROOT), of(target)));
            }
        }
        text.append(ratios());
        text.append(trail).append('\n');
        complaints(text);
        return text.toString();
    }

    private String ratios() {
        StringBuilder text = new StringBuilder();
        for (String other : List.of("earlier", "bare")) {
            if (!of(other).isEmpty()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%nbus / %s: %.2f (median of the rounds); answers of %d bytes and %d bytes (bus)%n",
                        other,
                        rate("bus") / rate(other),
                        (int) median(of(other), measured -> measured.round().bytes()),
                        (int) median(of("bus"), measured -> measured.round().bytes())));
            }
        }
        return text.toString();
    }

    private double rate(String target) {
        return median(of(target), measured -> measured.round().perSecond());
    }

    /** One line a round, tab between, a head line. */
    String raw() {
        StringBuilder text = new StringBuilder(
                "target\tanswers\terrors\tseconds\tper_second\tp50_ms\tp99_ms\tworst_ms\tbytes\tserver_us\tclient_us"
                        + "\tdatabase_us\n");
        for (Measured measured : rounds) {
            var round = measured.round();
            text.append(String.format(
                    Locale.ROOT,
                    "%s\t%d\t%d\t%.3f\t%.1f\t%.3f\t%.3f\t%.3f\t%d\t%.1f\t%.1f\t%.1f%n",
                    round.target(),
                    round.answers(),
                    round.errors(),
                    round.elapsed().toNanos() / 1e9,
                    round.perSecond(),
                    round.p50(),
                    round.p99(),
                    round.worst(),
                    round.bytes(),
                    measured.serverMicros(),
                    measured.clientMicros(),
                    measured.databaseMicros()));
        }
        return text.toString();
    }

    private List<Measured> of(String target) {
        return rounds.stream()
                .filter(measured -> measured.round().target().equals(target))
                .toList();
    }

    private static String row(String name, List<Measured> of) {
        return String.format(
                ROW,
                name,
                whole(median(of, measured -> measured.round().perSecond())),
                fine(median(of, measured -> measured.round().p50())),
                fine(median(of, measured -> measured.round().p99())),
                fine(median(of, measured -> measured.round().worst())),
                whole(of.stream()
                        .mapToInt(measured -> measured.round().answers())
                        .sum()),
                whole(of.stream()
                        .mapToInt(measured -> measured.round().errors())
                        .sum()),
                whole(median(of, Measured::serverMicros)),
                whole(median(of, Measured::clientMicros)),
                whole(median(of, Measured::databaseMicros)));
    }

    private void complaints(StringBuilder text) {
        rounds.stream().filter(measured -> measured.round().errors() > 0).forEach(measured -> measured.round()
                .complaints()
                .forEach(complaint -> text.append("\nwrong answer of ")
                        .append(measured.round().target())
                        .append(": ")
                        .append(complaint)));
    }

    private static double median(List<Measured> of, ToDoubleFunction<Measured> figure) {
        List<Double> sorted = of.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        int size = sorted.size();
        if (size == 0) {
            return Double.NaN;
        }
        return size % 2 == 1 ? sorted.get(size / 2) : (sorted.get(size / 2 - 1) + sorted.get(size / 2)) / 2;
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String fine(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
