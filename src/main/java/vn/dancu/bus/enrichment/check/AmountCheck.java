package vn.dancu.bus.enrichment.check;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;

/**
 * A number that counts or measures: digits, a point before decimals, no separators of thousands.
 *
 * @param decimals most digits after the point
 */
record AmountCheck(BigDecimal least, BigDecimal most, int decimals) implements ValueCheck {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,9})?");

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        if (!FORM.matcher(written).matches()) {
            RefusalReason trace = Digits.trace(written);
            return trace == null ? RefusalReason.FORM_WRONG : trace;
        }
        BigDecimal number = new BigDecimal(written).stripTrailingZeros();
        if (number.scale() > decimals || number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            return RefusalReason.OUT_OF_RANGE;
        }
        canonical[place] = number.toPlainString();
        return null;
    }
}
