package vn.dancu.bus.enrichment.check;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.kernel.PersonalId;

/**
 * The number of a person. Its digits say nothing that may be checked (NĐ 70/2024 Art 11(7)-(8)).
 *
 * @param older whether the 9 digits of the older card are allowed too
 */
record PersonNumberCheck(boolean older) implements ValueCheck {

    @Override
    public @Nullable RefusalReason check(String written, Written form, @Nullable String[] canonical, int place) {
        if (Digits.are(written, PersonalId.Kind.SO_DINH_DANH.length())
                || (older && Digits.are(written, PersonalId.Kind.SO_CMND.length()))) {
            canonical[place] = written;
            return null;
        }
        return Digits.flaw(written, PersonalId.Kind.SO_DINH_DANH.length());
    }
}
