package vn.dancu.bus.message;

import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.message.Finding.Severity;

/**
 * What happens at each finding. {@link #STRICT} refuses the message at the first one that is more than a note,
 * {@link #LENIENT} at the first error, {@link Collecting} at none.
 *
 * <pre>{@code
 * Reaction.Collecting all = new Reaction.Collecting(100);
 * context.validator(Version.EDXML_V1).check(message, all);
 * all.findings().forEach(finding -> show(finding.path(), finding.repair().vietnamese()));
 * }</pre>
 */
@FunctionalInterface
public interface Reaction {

    /** Throws {@link vn.dancu.bus.kernel.BusException} when the message is to be refused for it. */
    void to(Finding finding);

    /** Refuses every deviation; unknown elements among them. */
    Reaction STRICT = finding -> {
        if (finding.severity() != Severity.NOTE) {
            throw finding.refusal();
        }
    };

    /** Refuses errors alone; unknown elements are kept. */
    Reaction LENIENT = finding -> {
        if (finding.severity() == Severity.ERROR) {
            throw finding.refusal();
        }
    };

    /** Keeps the findings, up to a number, so that a message of nothing but errors takes no memory. */
    final class Collecting implements Reaction {

        private final int max;
        private final List<Finding> findings = new ArrayList<>();
        private int count;

        public Collecting(int max) {
            this.max = max;
        }

        @Override
        public void to(Finding finding) {
            count++;
            if (findings.size() < max) {
                findings.add(finding);
            }
        }

        /** The first findings, in the order of the message. */
        public List<Finding> findings() {
            return List.copyOf(findings);
        }

        /** How many there were, kept or not. */
        public int count() {
            return count;
        }

        /** Whether a strict reading would have accepted the message. */
        public boolean isValid() {
            return findings.stream().allMatch(finding -> finding.severity() == Severity.NOTE);
        }
    }
}
