package vn.dancu.bus.dialect;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * How the other side wants a person's name spelt in a question. The register compares names after folding them whole, so
 * a folded name asks the same.
 *
 * @param steps what is done; none leaves the name as it is
 */
public record NameFolding(Set<Step> steps) {

    /** One thing that is done to a name, in this order. */
    public enum Step {
        /** Đ becomes D, and what stands over and under letters goes. */
        NO_DIACRITICS,
        UPPER_CASE,
        NO_SPACES,
        /** What is neither a letter nor a digit goes; without diacritics also the letters beyond A to Z. */
        LETTERS_AND_DIGITS
    }

    public NameFolding {
        steps = Set.copyOf(steps);
    }

    public String fold(String name) {
        boolean plain = steps.contains(Step.NO_DIACRITICS);
        String text = Normalizer.normalize(name, plain ? Normalizer.Form.NFKD : Normalizer.Form.NFC);
        text = steps.contains(Step.UPPER_CASE) ? text.toUpperCase(Locale.ROOT) : text;
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(c -> plain ? plain(c) : c).filter(this::isKept).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private boolean isKept(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return !steps.contains(Step.NO_SPACES);
        }
        if (steps.contains(Step.NO_DIACRITICS) && Character.getType(c) == Character.NON_SPACING_MARK) {
            return false;
        }
        if (!steps.contains(Step.LETTERS_AND_DIGITS)) {
            return true;
        }
        return steps.contains(Step.NO_DIACRITICS)
                ? c < 0x80 && Character.isLetterOrDigit(c)
                : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    // Đ has no decomposition. Eth and African D look the same and are what some keyboards and fonts produce.
    private static int plain(int c) {
        return switch (c) {
            case 0x110, 0xD0, 0x189 -> 'D';
            case 0x111, 0xF0, 0x256 -> 'd';
            default -> c;
        };
    }
}
