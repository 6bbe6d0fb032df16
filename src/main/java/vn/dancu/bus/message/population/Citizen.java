package vn.dancu.bus.message.population;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.group.CitizenGroups;

/**
 * The citizen of QCVN 109:2017/BTTTT annex Đ together with what the live service adds. An absent field is null: it is
 * not recorded, or it was not released.
 *
 * @param soDinhDanh 12 digits
 * @param soCmnd 9 digits
 * @param gender code of scheme population_db: 1 Nam, 2 Nữ
 * @param ethnicity 2-digit code of scheme population_db (QĐ 121-TCTK/PPCĐ order)
 * @param ethnicityOtherName TenGoiKhac of the ethnicity
 * @param religion 2-digit code of scheme population_db
 * @param religionOtherName TenGoiKhac of the religion
 * @param maritalStatus 1 never married, 2 married, 3 divorced or widowed
 * @param bloodGroup 00 unknown, 01 A, 02 B, 03 AB, 04 O
 * @param nationality ISO 3166 alpha-2
 * @param householdBook SoSoHoKhau
 * @param status TrangThaiCongDan
 * @param groups what other authorities brought
 * @param extensions elements that no schema of ours knows, such as a province's own, as they stood
 */
public record Citizen(
        @Nullable String soDinhDanh,
        @Nullable String soCmnd,
        @Nullable PersonName name,
        @Nullable String gender,
        @Nullable String ethnicity,
        @Nullable String ethnicityOtherName,
        @Nullable String religion,
        @Nullable String religionOtherName,
        @Nullable String maritalStatus,
        @Nullable String bloodGroup,
        @Nullable BirthDate birthDate,
        @Nullable Address birthRegistration,
        @Nullable Address hometown,
        @Nullable Address permanentAddress,
        @Nullable Address currentAddress,
        @Nullable String nationality,
        @Nullable RelatedPerson father,
        @Nullable RelatedPerson mother,
        @Nullable RelatedPerson spouse,
        @Nullable RelatedPerson representative,
        @Nullable RelatedPerson householdHead,
        @Nullable String householdBook,
        @Nullable CitizenStatus status,
        CitizenGroups groups,
        List<Node> extensions) {

    public Citizen {
        extensions = List.copyOf(extensions);
    }

    /**
     * The same citizen with every field absent that is not in the set. Extensions are no field that could be allowed, so they
     * are left out.
     */
    public Citizen only(Set<FieldPath> fields) {
        return CitizenFields.only(this, fields);
    }

    @Override
    public String toString() {
        return "Citizen[masked]";
    }
}
