package vn.dancu.bus.enrichment.merge;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /**
     * A statement with the letters in it.
     *
     * @param sql where it has a letter in braces, the letter comes; {@code {DIFFERING_LETTERS}} is a list of those of differences, and
     *     {@code {DIFFERING}} leads from each to its code
     */
    static String in(String sql) {
        List<RecordOutcome> differing = Arrays.stream(OUTCOMES)
                .filter(outcome -> outcome.heading() == RecordOutcome.Heading.DIFFERING)
                .toList();
        String text = sql.replace(
                        "{DIFFERING}",
                        differing.stream()
                                .map(outcome -> "when '" + of(outcome) + "' then '" + outcome.code() + "'")
                                .collect(Collectors.joining(" ")))
                .replace(
                        "{DIFFERING_LETTERS}",
                        differing.stream()
                                .map(outcome -> "'" + of(outcome) + "'")
                                .collect(Collectors.joining(", ")));
        for (char letter : LETTERS.toCharArray()) {
            text = text.replace("{" + letter + "}", String.valueOf(letter));
        }
        return text;
    }

    /** How many there are of one. */
    static int count(String letters, RecordOutcome outcome) {
        char letter = of(outcome);
        return (int) letters.chars()
                .filter(each -> each == letter || each == Character.toLowerCase(letter))
                .count();
    }

    /** Whether there is a record that is not of the person it names. */
    static boolean hasDifferences(String letters) {
        return letters.chars().anyMatch(letter -> outcome((char) letter).heading() == RecordOutcome.Heading.DIFFERING);
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
