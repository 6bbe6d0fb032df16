package vn.dancu.bus.conformance.suite;

import java.io.IOException;
import vn.dancu.bus.conformance.result.CaseResult.Outcome;
import vn.dancu.bus.conformance.wire.WireAnswer;
import vn.dancu.bus.conformance.wire.WireCalls;

/**
 * What is asked, and whether the answer is right.
 *
 * @param id by which its words are found in {@code conformance/cases.yaml}
 */
public record ConformanceCase(String id, Check check) {

    /** Asks and judges. An answer that does not come is thrown. */
    public interface Check {
        Seen run(WireCalls calls) throws IOException, InterruptedException;
    }

    /**
     * What was seen.
     *
     * @param text in a few words, without data of a person; for a case that was skipped, why
     */
    public record Seen(Outcome outcome, String text) {

        static Seen of(boolean right, String text) {
            return new Seen(right ? Outcome.PASSED : Outcome.FAILED, text);
        }

        static Seen of(boolean right, WireAnswer answer) {
            return of(right, answer.inWords());
        }

        static Seen noDoor() {
            return new Seen(Outcome.SKIPPED, "Hệ thống không có cửa này / no such door");
        }

        static Seen noPerson() {
            return new Seen(Outcome.SKIPPED, "Kế hoạch không nêu người này / no such person in the plan");
        }
    }
}
