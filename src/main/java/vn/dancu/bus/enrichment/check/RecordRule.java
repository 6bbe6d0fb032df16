package vn.dancu.bus.enrichment.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule between values of one record, on their canonical forms. A value that is not there breaks no rule but
 * {@link Kind#ONE_OF_THEM}.
 *
 * @param places of the columns, in the order in which the rule names them; at least two
 * @param length of the value on which the rule depends; 0 where it depends on none
 */
public record RecordRule(Kind kind, List<Integer> places, int length) {

    /** What there may be between values. */
    public enum Kind {
        /** Each day is not before the one named before it. */
        IN_ORDER("in-order"),
        /** The first ends with the second, where the second has that length. */
        ENDS_WITH("ends-with", true),
        /** The first equals the second, where the first has that length. */
        EQUAL_WHERE_LENGTH("equal-where-length", true),
        /** At least one of them is there. */
        ONE_OF_THEM("one-of-them");

        private final String code;
        private final boolean takesLength;

        Kind(String code) {
            this(code, false);
        }

        Kind(String code, boolean takesLength) {
            this.code = code;
            this.takesLength = takesLength;
        }

        /** Whether a rule of the kind must say a length. */
        public boolean takesLength() {
            return takesLength;
        }

        public String code() {
            return code;
        }
    }

    public RecordRule {
        places = List.copyOf(places);
    }

    /** Whether the values keep the rule. */
    public boolean isKept(@Nullable String[] values) {
        return switch (kind) {
            case IN_ORDER -> isInOrder(values);
            case ENDS_WITH -> {
                String whole = values[places.get(0)];
                String end = values[places.get(1)];
                yield whole == null || end == null || end.length() != length || whole.endsWith(end);
            }
            case EQUAL_WHERE_LENGTH -> {
                String first = values[places.get(0)];
                String second = values[places.get(1)];
                yield first == null || second == null || first.length() != length || first.equals(second);
            }
            case ONE_OF_THEM -> places.stream().anyMatch(place -> values[place] != null);
        };
    }

    private boolean isInOrder(@Nullable String[] values) {
        String before = null;
        for (int place : places) {
            String day = values[place];
            if (before != null && day != null && before.compareTo(day) > 0) {
                return false;
            }
            before = day == null ? before : day;
        }
        return true;
    }
}
