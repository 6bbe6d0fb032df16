package vn.dancu.bus.enrichment.check;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;

/**
 * A tax number (MST): ten digits, the last of which checks the others; those with {@code -001} to {@code -999} after them (TT 105/2020
 * Art 5); since 2025-07-01 the number of the person (TT 86/2024/TT-BTC), which has no check digit.
 */
record TaxNumberCheck() implements ValueCheck {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final int PLAIN = 10;
    private static final int OF_PERSON = 12;
    private static final int BRANCH = 13;
    private static final int MODULUS = 11;

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        String digits = written.length() == BRANCH + 1 && written.charAt(PLAIN) == '-'
                ? written.substring(0, PLAIN) + written.substring(PLAIN + 1)
                : written;
        if (Digits.are(digits, OF_PERSON)) {
            canonical[place] = digits;
            return null;
        }
        if (!Digits.are(digits, PLAIN) && !Digits.are(digits, BRANCH)) {
            return Digits.flaw(written, written.length() > PLAIN ? OF_PERSON : PLAIN);
        }
        if (digits.charAt(PLAIN - 1) != checkDigit(digits)) {
            return RefusalReason.CHECK_DIGIT_WRONG;
        }
        if (digits.endsWith("000") && digits.length() == BRANCH) {
            return RefusalReason.OUT_OF_RANGE;
        }
        canonical[place] =
                digits.length() == PLAIN ? digits : digits.substring(0, PLAIN) + "-" + digits.substring(PLAIN);
        return null;
    }

    /** The tenth digit; no digit at all where the first nine belong to no number. */
    static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return (char) ('0' + PLAIN - sum % MODULUS);
    }
}
