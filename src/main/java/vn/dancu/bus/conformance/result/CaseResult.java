package vn.dancu.bus.conformance.result;

import java.util.Locale;

/**
 * One case and what came of it.
 *
 * @param id stable, such as {@code SI-03}
 * @param mandatory whether nobody goes live with it failed
 * @param vi title in Vietnamese
 * @param en title in English
 * @param clause where the rule stands
 * @param expected what had to be seen
 * @param seen what was seen, without data of a person; for a case that was skipped, why
 * @param outcome what that means
 * @param millis how long it took
 */
public record CaseResult(
        String id,
        boolean mandatory,
        String vi,
        String en,
        String clause,
        String expected,
        String seen,
        Outcome outcome,
        long millis) {

    /** What came of a case. */
    public enum Outcome {
        PASSED("Đạt", "Passed"),
        FAILED("Không đạt", "Failed"),
        SKIPPED("Bỏ qua", "Skipped");

        private final String vi;
        private final String en;

        Outcome(String vi, String en) {
            this.vi = vi;
            this.en = en;
        }

        public String text(Locale language) {
            return language.getLanguage().equals("en") ? en : vi;
        }

        /** As the result has it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String title(Locale language) {
        return language.getLanguage().equals("en") ? en : vi;
    }
}
