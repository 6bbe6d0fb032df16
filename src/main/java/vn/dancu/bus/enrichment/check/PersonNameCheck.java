package vn.dancu.bus.enrichment.check;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** The name of a person: letters, and no digit. Its canonical form is the folded name. */
record PersonNameCheck() implements ValueCheck {

    private static final int LONGEST = 200;

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        if (!PlainText.isClean(written)) {
            return RefusalReason.CHARACTERS_WRONG;
        }
        String folded = NameNormalizer.fold(written);
        if (folded.isEmpty() || written.length() > LONGEST || hasDigit(folded)) {
            return RefusalReason.FORM_WRONG;
        }
        canonical[place] = folded;
        return null;
    }

    private static boolean hasDigit(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
