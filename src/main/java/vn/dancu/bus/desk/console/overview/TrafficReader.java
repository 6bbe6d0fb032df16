package vn.dancu.bus.desk.console.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.ledger.traffic.Traffic;
import vn.dancu.bus.ledger.traffic.TrafficCount;
import vn.dancu.bus.ledger.traffic.TrafficLine;
import vn.dancu.bus.ledger.traffic.TrafficTag;

/** The traffic of all instances as the overview shows it. */
final class TrafficReader {

    private static final int MAX_LINES = 12;
    private static final int MAX_DRAWN = 6;
    private static final Duration SUMMED = Duration.ofMinutes(5);

    /** Who sees in the ledger what comes from whom. */
    private static final Set<Role> SEE_PARTNERS = Set.of(Role.OPERATOR, Role.INSPECTOR);

    private final Traffic traffic;
    private final Clock clock;

    TrafficReader(Traffic traffic, Clock clock) {
        this.traffic = traffic;
        this.clock = clock;
    }

    /**
     * A line of the table.
     *
     * @param value door, partner or service
     * @param count of all minutes
     * @param percentiles 50th, 95th and 99th in milliseconds
     */
    record Line(String value, TrafficCount count, List<@Nullable Double> percentiles) {}

    /**
     * What the overview shows.
     *
     * @param tag by which
     * @param tags by which whoever looks may choose
     * @param of the line whose percentiles are drawn; null for all questions
     * @param lines the busiest first
     * @param drawn the lines of the chart of counts
     * @param timed the lines whose percentiles are drawn
     * @param from the first minute
     * @param until after the last one
     * @param latest what came of the questions of the last five minutes
     */
    record View(
            TrafficTag tag,
            List<TrafficTag> tags,
            @Nullable String of,
            List<Line> lines,
            List<TrafficLine> drawn,
            List<TrafficLine> timed,
            Instant from,
            Instant until,
            TrafficCount latest) {}

    View read(Actor actor, @Nullable String by, @Nullable String of) {
        List<TrafficTag> tags = List.of(TrafficTag.values()).stream()
                .filter(each ->
                        each != TrafficTag.PARTNER || SEE_PARTNERS.stream().anyMatch(actor::has))
                .toList();
        TrafficTag tag =
                tags.stream().filter(each -> each.code().equals(by)).findFirst().orElse(TrafficTag.DOOR);
        Instant until = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        Instant from = until.minus(Traffic.KEPT);
        List<TrafficLine> lines = traffic.since(tag, from, MAX_LINES);
        List<TrafficLine> doors = tag == TrafficTag.DOOR ? lines : traffic.since(TrafficTag.DOOR, from, MAX_LINES);
        List<TrafficLine> chosen =
                lines.stream().filter(line -> line.value().equals(of)).toList();
        return new View(
                tag,
                tags,
                chosen.isEmpty() ? null : of,
                lines.stream().map(line -> line(line, from)).toList(),
                lines.stream().limit(MAX_DRAWN).toList(),
                chosen.isEmpty() ? doors : chosen,
                from,
                until,
                doors.stream()
                        .map(door -> door.since(until.minus(SUMMED)))
                        .reduce(TrafficCount.none(), TrafficCount::plus));
    }

    private static Line line(TrafficLine line, Instant from) {
        TrafficCount count = line.since(from);
        return new Line(line.value(), count, TrafficChart.percentiles(count));
    }
}
