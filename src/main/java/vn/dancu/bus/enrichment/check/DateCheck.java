package vn.dancu.bus.enrichment.check;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;

/**
 * A date in a range.
 *
 * @param first {@code yyyyMMdd}
 * @param last {@code yyyyMMdd}; 0 for the day on which the file is checked
 * @param yearAlone whether the year may be all that is known, as of a birth
 */
record DateCheck(int first, int last, boolean yearAlone) implements ValueCheck {

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        int date = WrittenDate.read(written, form.dates());
        if (date < 0) {
            return WrittenDate.flaw(date);
        }
        if (!WrittenDate.isDay(date) && !yearAlone) {
            return RefusalReason.FORM_WRONG;
        }
        int end = last == 0 ? WrittenDate.of(form.today()) : last;
        boolean inRange = WrittenDate.isDay(date)
                ? date >= first && date <= end
                : WrittenDate.year(date) >= WrittenDate.year(first) && WrittenDate.year(date) <= WrittenDate.year(end);
        if (!inRange) {
            return RefusalReason.OUT_OF_RANGE;
        }
        canonical[place] = WrittenDate.iso(date);
        return null;
    }
}
