package vn.dancu.bus.shelf.lint;

import java.util.Comparator;
import java.util.List;

/**
 * What the lint says of a folder.
 *
 * @param findings what is wrong, by file and line
 * @param right the files that nothing is wrong with, in the order of loading
 */
public record RouteReport(List<RouteFinding> findings, List<RouteOutline> right) {

    public RouteReport {
        findings = findings.stream()
                .sorted(Comparator.comparing(RouteFinding::file)
                        .thenComparing(RouteFinding::line)
                        .thenComparing(RouteFinding::column))
                .toList();
        right = right.stream().sorted(Comparator.comparing(RouteOutline::kind)).toList();
    }
}
