package vn.dancu.bus.dialect;

import java.util.Locale;
import java.util.Set;
import vn.dancu.bus.kernel.name.NameNormalizer;

/**
 * How the other side wants a person's name spelt in a question. The register compares names after folding them whole, so
 * a folded name asks the same.
 *
 * @param steps what is done; none leaves the name as it is
 */
public record NameFolding(Set<Step> steps) {

    /** One thing that is done to a name, in this order. */
    public enum Step {
        /** What stands over, under and through letters goes: Đ becomes D, Ƀ becomes B. */
        NO_DIACRITICS,
        UPPER_CASE,
        NO_SPACES,
        /** What is neither a letter nor a digit goes; without diacritics also the letters beyond A to Z. */
        LETTERS_AND_DIGITS
    }

    public NameFolding {
        steps = Set.copyOf(steps);
    }

    /** The name as that side wants it, without invisible characters, odd spaces and odd apostrophes in any case. */
    public String fold(String name) {
        boolean plain = steps.contains(Step.NO_DIACRITICS);
        String clean = NameNormalizer.clean(name);
        String text = plain ? NameNormalizer.withoutMarks(clean) : clean;
        text = steps.contains(Step.UPPER_CASE) ? text.toUpperCase(Locale.ROOT) : text;
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().filter(this::isKept).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private boolean isKept(int c) {
        if (c == ' ') {
            return !steps.contains(Step.NO_SPACES);
        }
        if (!steps.contains(Step.LETTERS_AND_DIGITS)) {
            return true;
        }
        return steps.contains(Step.NO_DIACRITICS)
                ? c < 0x80 && Character.isLetterOrDigit(c)
                : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
