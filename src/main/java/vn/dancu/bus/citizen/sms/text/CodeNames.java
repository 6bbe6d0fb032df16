package vn.dancu.bus.citizen.sms.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.citizen.ConversationSettings.Language;
import vn.dancu.bus.message.population.Address;

/** The names behind the codes of a record, by the shared catalogues. A code without a name is left out. */
public final class CodeNames {

    private static final String CODE = "Ma";
    private static final String NAME = "Ten";
    private static final String NAME_EN = "TenTiengAnh";
    private static final String LAST_DAY = "HieuLucDen";

    private final Map<String, Map<String, String>> genders;
    private final Units provinces;
    private final Units districts;
    private final Units wards;

    public CodeNames(Catalogues catalogues) {
        this.genders = new HashMap<>();
        records(catalogues, "magioitinh").forEach(one -> genders.put(one.get(CODE), one));
        this.provinces = Units.of(records(catalogues, "donvihanhchinhcap1"));
        this.districts = Units.of(records(catalogues, "donvihanhchinhcap2"));
        this.wards = Units.of(records(catalogues, "donvihanhchinhcap3"));
    }

    /** Units of one level: a code may be one unit until 2025-06-30 and another since. */
    private record Units(Map<String, String> ended, Map<String, String> inForce) {

        static Units of(List<Map<String, String>> records) {
            Units units = new Units(new HashMap<>(), new HashMap<>());
            for (Map<String, String> one : records) {
                boolean ended = one.containsKey(LAST_DAY);
                (ended ? units.ended : units.inForce).put(one.get(CODE), one.get(NAME));
            }
            return units;
        }

        /** An address with a district is of the three tiers that have ended. */
        @Nullable
        String name(@Nullable String code, Address of) {
            return code == null ? null : (of.districtCode() == null ? inForce : ended).get(code);
        }
    }

    private static List<Map<String, String>> records(Catalogues catalogues, String list) {
        return catalogues.records(list, null).orElse(List.of());
    }

    @Nullable
    String gender(@Nullable String code, Language language) {
        Map<String, String> gender = code == null ? null : genders.get(code);
        return gender == null ? null : gender.get(language == Language.VI ? NAME : NAME_EN);
    }

    @Nullable
    String ward(Address address) {
        return wards.name(address.wardCode(), address);
    }

    @Nullable
    String district(Address address) {
        return districts.name(address.districtCode(), address);
    }

    @Nullable
    String province(Address address) {
        return provinces.name(address.provinceCode(), address);
    }
}
