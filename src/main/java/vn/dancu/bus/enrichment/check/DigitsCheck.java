package vn.dancu.bus.enrichment.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;

/**
 * A number that is a name, of one of some lengths.
 *
 * @param lengths ascending
 */
record DigitsCheck(List<Integer> lengths) implements ValueCheck {

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        int longer = lengths.get(lengths.size() - 1);
        for (int i = lengths.size() - 1; i >= 0; i--) {
            if (Digits.are(written, lengths.get(i))) {
                canonical[place] = written;
                return null;
            }
            longer = lengths.get(i) > written.length() ? lengths.get(i) : longer;
        }
        return Digits.flaw(written, longer);
    }
}
