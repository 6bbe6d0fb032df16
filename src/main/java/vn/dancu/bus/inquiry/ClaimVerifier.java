package vn.dancu.bus.inquiry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.NamedCode;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordField;

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
        comparison.field(CitizenFields.GIOI_TINH, ClaimVerifier::sameCode);
        comparison.code(CitizenFields.DAN_TOC);
        comparison.code(CitizenFields.TON_GIAO);
        comparison.field(CitizenFields.TINH_TRANG_HON_NHAN, ClaimVerifier::sameCode);
        comparison.field(CitizenFields.QUOC_TICH, String::equalsIgnoreCase);
        comparison.field(CitizenFields.NOI_DANG_KY_KHAI_SINH, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.QUE_QUAN, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.THUONG_TRU, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.NOI_O_HIEN_TAI, ClaimVerifier::samePlace);
        comparison.field(CitizenFields.CHU_HO, ClaimVerifier::samePerson);
        comparison.field(CitizenFields.NGUOI_DAI_DIEN, ClaimVerifier::samePerson);
        comparison.field(CitizenFields.TRANG_THAI_CONG_DAN, Object::equals);
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

        private final FieldValues<Citizen> claims;
        private final FieldValues<Citizen> record;
        private final Map<FieldPath, Boolean> verdicts = new TreeMap<>();

        Comparison(Citizen claims, Citizen record) {
            this.claims = CitizenFields.CITIZEN.values(claims);
            this.record = CitizenFields.CITIZEN.values(record);
        }

        <T> void field(RecordField<Citizen, T> field, BiPredicate<T, T> same) {
            verdict(field, claims.get(field), record.get(field), same);
        }

        /** The code is compared, the other name is not. */
        void code(RecordField<Citizen, NamedCode> field) {
            verdict(field, codeOf(claims.get(field)), codeOf(record.get(field)), ClaimVerifier::sameCode);
        }

        private static @Nullable String codeOf(@Nullable NamedCode coded) {
            return coded == null ? null : coded.code();
        }

        private <T> void verdict(
                RecordField<Citizen, ?> field, @Nullable T claimed, @Nullable T recorded, BiPredicate<T, T> same) {
            if (claimed != null && recorded != null) {
                verdicts.put(field.path(), same.test(claimed, recorded));
            }
        }
    }

    private ClaimVerifier() {}
}
