package vn.dancu.bus.desk.route;

import java.util.List;
import java.util.Locale;
import vn.dancu.bus.shelf.lint.RouteFinding;

/**
 * Something that is wrong with a bundle.
 *
 * @param file its path
 * @param line from 1
 * @param column from 1
 * @param rule which rule it breaks
 * @param message what is wrong
 * @param repair what to do about it
 */
record RouteFindingResponse(String file, int line, int column, String rule, Words message, Words repair) {

    /** The same in two languages. */
    record Words(String vi, String en) {}

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    static List<RouteFindingResponse> of(List<RouteFinding> findings) {
        return findings.stream()
                .map(finding -> new RouteFindingResponse(
                        finding.file(),
                        finding.line(),
                        finding.column(),
                        finding.rule().code(),
                        new Words(finding.message(VIETNAMESE), finding.message(Locale.ENGLISH)),
                        new Words(finding.repair(VIETNAMESE), finding.repair(Locale.ENGLISH))))
                .toList();
    }
}
