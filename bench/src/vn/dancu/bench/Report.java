package vn.dancu.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import vn.dancu.bench.load.Round;

/**
 * The figures as a table for the reader and as lines for a program.
 *
 * @param conditions under which they were measured
 * @param rounds in the order of running
 * @param trail what the audit trail holds, in a sentence
 */
record Report(Map<String, String> conditions, List<Measured> rounds, String trail) {

    private static final String ROW = "| %-10s | %10s | %8s | %8s | %8s | %7s | %6s | %10s | %11s | %10s | %10s |%n";

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
                "compiler µs",
                "client µs",
                "database µs"));
        text.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Measured measured : rounds) {
            Round round = measured.round();
            text.append(row(round.target() + " " + round.connections(), List.of(measured)));
        }
        widths().forEach(connections -> text.append(summary(connections)));
        text.append(trail).append('\n');
        complaints(text);
        return text.toString();
    }

    /** The numbers of connections at which the bus was held against another. */
    private List<Integer> widths() {
        return rounds.stream()
                .map(Measured::round)
                .filter(round -> !round.target().equals("bus"))
                .map(Round::connections)
                .distinct()
                .toList();
    }

    private String summary(int connections) {
        StringBuilder text = new StringBuilder();
        for (String other : List.of("bare", "soap", "earlier")) {
            if (!of(other, connections).isEmpty()) {
                text.append(row(other.toUpperCase(Locale.ROOT) + " " + connections, of(other, connections)));
            }
        }
        return text.append(row("BUS " + connections, of("bus", connections)))
                .append(ratio("earlier", connections))
                .append(ratio("soap", connections))
                .append(ratio("bare", connections))
                .append('\n')
                .toString();
    }

    /** The median of the ratios of neighbouring rounds: the machine is not equally fast from one minute to the next. */
    private String ratio(String other, int connections) {
        List<Measured> own = of("bus", connections);
        List<Measured> others = of(other, connections);
        if (others.isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%nbus / %s over %d: requests/s %.2f, server µs %.2f, p99 %.2f (medians of the paired ratios); answers of %d"
                        + " and %d bytes",
                other,
                connections,
                paired(own, others, measured -> measured.round().perSecond()),
                paired(own, others, Measured::serverMicros),
                paired(own, others, measured -> measured.round().p99()),
                (int) median(own, measured -> measured.round().bytes()),
                (int) median(others, measured -> measured.round().bytes()));
    }

    private static double paired(List<Measured> own, List<Measured> others, ToDoubleFunction<Measured> figure) {
        return median(IntStream.range(0, Math.min(own.size(), others.size()))
                .mapToObj(i -> figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(others.get(i)))
                .toList());
    }

    /** One line a round, tab between, a head line. */
    String raw() {
        StringBuilder text = new StringBuilder(
                "target\tconnections\tanswers\terrors\tseconds\tper_second\tp50_ms\tp99_ms\tworst_ms\tbytes\tserver_us\tcompiler_us\tclient_us"
                        + "\tdatabase_us\n");
        for (Measured measured : rounds) {
            var round = measured.round();
            text.append(String.format(
                    Locale.ROOT,
                    "%s\t%d\t%d\t%d\t%.3f\t%.1f\t%.3f\t%.3f\t%.3f\t%d\t%.1f\t%.1f\t%.1f\t%.1f%n",
                    round.target(),
                    round.connections(),
                    round.answers(),
                    round.errors(),
                    round.elapsed().toNanos() / 1e9,
                    round.perSecond(),
                    round.p50(),
                    round.p99(),
                    round.worst(),
                    round.bytes(),
                    measured.serverMicros(),
                    measured.compilerMicros(),
                    measured.clientMicros(),
                    measured.databaseMicros()));
        }
        return text.toString();
    }

    private List<Measured> of(String target, int connections) {
        return rounds.stream()
                .filter(measured -> measured.round().target().equals(target)
                        && measured.round().connections() == connections)
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
                whole(median(of, Measured::compilerMicros)),
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
        return median(of.stream().map(figure::applyAsDouble).toList());
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted(Comparator.naturalOrder()).toList();
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
