package vn.dancu.bus.inquiry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.register.NameNormalizer;

/** Compares claimed values with the register, field by field; what either side does not say has no verdict. */
final class ClaimVerifier {

    static Map<FieldPath, Boolean> compare(Citizen claims, Citizen record) {
        return compareAll(claims, record).verdicts;
    }

    /** The fields that the claims speak of. */
    static Set<FieldPath> claimed(Citizen claims) {
        return compareAll(claims, claims).verdicts.keySet();
    }

    private static Comparison compareAll(Citizen claims, Citizen record) {
        Comparison comparison = new Comparison(claims, record);
        comparison.field(CitizenFields.GIOI_TINH, Citizen::gender, ClaimVerifier::sameCode);
        comparison.field(CitizenFields.DAN_TOC, Citizen::ethnicity, ClaimVerifier::sameCode);
        comparison.field(CitizenFields.TON_GIAO, Citizen::religion, ClaimVerifier::sameCode);
        comparison.field(CitizenFields.TINH_TRANG_HON_NHAN, Citizen::maritalStatus, ClaimVerifier::sameCode);
        comparison.field(CitizenFields.QUOC_TICH, Citizen::nationality, String::equalsIgnoreCase);
        comparison.field(CitizenFields.NOI_DANG_KY_KHAI_SINH, Citizen::birthRegistration, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.QUE_QUAN, Citizen::hometown, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.THUONG_TRU, Citizen::permanentAddress, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.NOI_O_HIEN_TAI, Citizen::currentAddress, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.CHU_HO, Citizen::householdHead, ClaimVerifier::samePerson);
        comparison.field(CitizenFields.NGUOI_DAI_DIEN, Citizen::representative, ClaimVerifier::samePerson);
        comparison.field(CitizenFields.TRANG_THAI_CONG_DAN, Citizen::status, Object::equals);
        return comparison;
    }

    /** Codes of one scheme travel padded and unpadded ("01", "1"). */
    static boolean sameCode(String claimed, String recorded) {
        return unpadded(claimed).equals(unpadded(recorded));
    }

    /** A place agrees when every unit code that was claimed is the recorded one; free text is not compared. */
    static boolean samePlace(Address claimed, Address recorded) {
        return agrees(claimed.provinceCode(), recorded.provinceCode())
                && agrees(claimed.districtCode(), recorded.districtCode())
                && agrees(claimed.wardCode(), recorded.wardCode())
                && agrees(claimed.countryCode(), recorded.countryCode());
    }

    /** A person agrees when the claimed numbers are the recorded ones and the names fold to the same. */
    static boolean samePerson(RelatedPerson claimed, RelatedPerson recorded) {
        boolean sameName = claimed.name() == null
                || (recorded.name() != null
                        && NameNormalizer.fold(claimed.name().full())
                                .equals(NameNormalizer.fold(recorded.name().full())));
        return sameName
                && agrees(claimed.soDinhDanh(), recorded.soDinhDanh())
                && agrees(claimed.soCmnd(), recorded.soCmnd());
    }

    private static boolean agrees(@Nullable String claimed, @Nullable String recorded) {
        return claimed == null || claimed.isEmpty() || claimed.equals(recorded);
    }

    private static String unpadded(String code) {
        String digits = code.replaceFirst("^0+", "");
        return digits.isEmpty() ? "0" : digits;
    }

    private static final class Comparison {

        private final Citizen claims;
        private final Citizen record;
        private final Map<FieldPath, Boolean> verdicts = new TreeMap<>();

        Comparison(Citizen claims, Citizen record) {
            this.claims = claims;
            this.record = record;
        }

        <T> void field(FieldPath field, Function<Citizen, @Nullable T> of, BiPredicate<T, T> same) {
            T claimed = of.apply(claims);
            T recorded = of.apply(record);
            if (claimed != null && recorded != null) {
                verdicts.put(field, same.test(claimed, recorded));
            }
        }
    }

    private ClaimVerifier() {}
}
