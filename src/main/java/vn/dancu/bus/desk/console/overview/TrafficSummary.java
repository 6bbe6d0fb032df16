package vn.dancu.bus.desk.console.overview;

import java.util.Arrays;
import java.util.Map;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * What became of the questions of the last minutes.
 *
 * @param refused by a rule: of the message, the partner or the policy
 * @param failed through a fault of the bus or of what it needs
 */
record TrafficSummary(long questions, long answered, long refused, long failed) {

    static TrafficSummary of(Map<String, Long> outcomes) {
        long answered = 0;
        long refused = 0;
        long failed = 0;
        for (Map.Entry<String, Long> outcome : outcomes.entrySet()) {
            ErrorCode code = Arrays.stream(ErrorCode.values())
                    .filter(each -> each.code().equals(outcome.getKey()))
                    .findFirst()
                    .orElse(null);
            if (code == null) {
                answered += outcome.getValue();
            } else if (code.httpStatus() < 500) {
                refused += outcome.getValue();
            } else {
                failed += outcome.getValue();
            }
        }
        return new TrafficSummary(answered + refused + failed, answered, refused, failed);
    }
}
