package vn.dancu.bus.citizen.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.message.population.Address;

/** The names behind the codes of a record. Thread-safe. */
public final class RecordCodes {

    private static final String CODE = "Ma";
    private static final String NAME = "Ten";
    private static final String NAME_EN = "TenTiengAnh";
    private static final String LAST_DAY = "HieuLucDen";

    private final Map<CodeList, Map<String, Map<String, String>>> names = new HashMap<>();
    private final Units provinces;
    private final Units districts;
    private final Units wards;

    public RecordCodes(Catalogues catalogues) {
        for (CodeList list : CodeList.values()) {
            Map<String, Map<String, String>> byCode = new HashMap<>();
            records(catalogues, list.catalogue).forEach(one -> byCode.put(one.get(CODE), one));
            names.put(list, byCode);
        }
        this.provinces = Units.of(records(catalogues, "donvihanhchinhcap1"));
        this.districts = Units.of(records(catalogues, "donvihanhchinhcap2"));
        this.wards = Units.of(records(catalogues, "donvihanhchinhcap3"));
    }

    /** A list of codes, by the code of its catalogue. */
    public enum CodeList {
        GENDER("magioitinh"),
        ETHNICITY("madantoc"),
        RELIGION("matongiao"),
        MARITAL_STATUS("matinhtranghonnhan"),
        BLOOD_GROUP("manhommau"),
        COUNTRY("maquocgia");

        private final String catalogue;

        CodeList(String catalogue) {
            this.catalogue = catalogue;
        }
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

    /** The Vietnamese name; null for a code that the list has not. */
    public @Nullable String name(CodeList list, @Nullable String code) {
        return property(list, code, NAME);
    }

    /** The English name; null where there is none. */
    public @Nullable String nameEn(CodeList list, @Nullable String code) {
        return property(list, code, NAME_EN);
    }

    private @Nullable String property(CodeList list, @Nullable String code, String property) {
        Map<String, String> record =
                code == null ? null : names.getOrDefault(list, Map.of()).get(code);
        return record == null ? null : record.get(property);
    }

    public @Nullable String ward(Address address) {
        return wards.name(address.wardCode(), address);
    }

    public @Nullable String district(Address address) {
        return districts.name(address.districtCode(), address);
    }

    public @Nullable String province(Address address) {
        return provinces.name(address.provinceCode(), address);
    }
}
