package vn.dancu.bus.enrichment.check;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;

/**
 * The number of a health card: 15 characters, which are two letters for the kind of insured person, the benefit level 1 to 5, two
 * digits of a province and the ten digits of the insurance number; or these ten digits alone, as newer cards have it.
 *
 * @param forms which of the two are allowed
 * @param provinces the two-digit codes that a card may have
 * @param newborn whether the card must be the temporary one of a child, {@code TE1} (TT 30/2020/TT-BYT Art 10)
 */
record HealthCardCheck(Set<Integer> forms, Set<String> provinces, boolean newborn) implements ValueCheck {

    static final int SHORT = 10;
    static final int LONG = 15;
    private static final int LEVEL = 2;
    private static final int PROVINCE = 3;
    private static final int INSURANCE_NUMBER = 5;
    private static final String TEMPORARY = "TE1";

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        if (forms.contains(SHORT) && Digits.are(written, SHORT)) {
            canonical[place] = written;
            return null;
        }
        String card = written.length() == LONG
                ? upper(written)
                : written.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!forms.contains(LONG) || card.length() != LONG || !Digits.areAll(card, LEVEL, LONG) || !isLetters(card)) {
            return Digits.flaw(written, forms.contains(SHORT) ? SHORT : LONG);
        }
        if (card.charAt(LEVEL) < '1' || card.charAt(LEVEL) > '5') {
            return RefusalReason.OUT_OF_RANGE;
        }
        if (!provinces.contains(card.substring(PROVINCE, INSURANCE_NUMBER))
                || (newborn && !card.startsWith(TEMPORARY))) {
            return RefusalReason.CODE_UNKNOWN;
        }
        canonical[place] = card;
        return null;
    }

    private static String upper(String card) {
        return isLetters(card) ? card : card.toUpperCase(Locale.ROOT);
    }

    private static boolean isLetters(String card) {
        return card.charAt(0) >= 'A' && card.charAt(0) <= 'Z' && card.charAt(1) >= 'A' && card.charAt(1) <= 'Z';
    }
}
