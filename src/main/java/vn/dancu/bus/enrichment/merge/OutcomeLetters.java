package vn.dancu.bus.enrichment.merge;

import java.util.EnumMap;
import java.util.Map;
import vn.dancu.bus.enrichment.OutcomeCounts;
import vn.dancu.bus.enrichment.RecordOutcome;

/** Outcomes as letters, one a record: that is how a chunk keeps them. A small letter says that the number was a replaced one. */
public final class OutcomeLetters {

    /** A letter for each outcome, in their order. A letter is never used for another outcome: old jobs have it. */
    private static final String LETTERS = "WCSNBUADPOR";

    private static final RecordOutcome[] OUTCOMES = RecordOutcome.values();

    public static char of(RecordOutcome outcome) {
        return LETTERS.charAt(outcome.ordinal());
    }

    public static RecordOutcome outcome(char letter) {
        return OUTCOMES[LETTERS.indexOf(Character.toUpperCase(letter))];
    }

    /** Whether the number was a replaced one. */
    public static boolean isByReplaced(char letter) {
        return Character.isLowerCase(letter);
    }

    /** How many there are of each, with those that a check refused. */
    public static OutcomeCounts count(String letters, int refused) {
        int[] found = new int[128];
        for (int i = 0; i < letters.length(); i++) {
            found[letters.charAt(i)]++;
        }
        Map<RecordOutcome, Long> counts = new EnumMap<>(RecordOutcome.class);
        long byReplaced = 0;
        for (RecordOutcome outcome : OUTCOMES) {
            int small = found[Character.toLowerCase(of(outcome))];
            int all = found[of(outcome)] + small + (outcome == RecordOutcome.REFUSED_BY_CHECK ? refused : 0);
            byReplaced += small;
            if (all > 0) {
                counts.put(outcome, (long) all);
            }
        }
        return new OutcomeCounts(counts, byReplaced);
    }

    private OutcomeLetters() {}
}
