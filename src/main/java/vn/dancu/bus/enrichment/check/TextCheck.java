package vn.dancu.bus.enrichment.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;

/**
 * A text of a bounded length.
 *
 * @param pattern of the whole text; null where any text will do
 */
record TextCheck(int longest, @Nullable Pattern pattern) implements ValueCheck {

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        if (!PlainText.isClean(written)) {
            return RefusalReason.CHARACTERS_WRONG;
        }
        String kept = PlainText.kept(written);
        if (kept.length() > longest) {
            return RefusalReason.OUT_OF_RANGE;
        }
        if (pattern != null && !pattern.matcher(kept).matches()) {
            RefusalReason trace = Digits.trace(kept);
            return trace == null ? RefusalReason.FORM_WRONG : trace;
        }
        canonical[place] = kept;
        return null;
    }
}
