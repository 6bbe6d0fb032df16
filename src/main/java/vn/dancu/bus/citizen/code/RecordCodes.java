package vn.dancu.bus.citizen.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.message.population.Address;

/** The names behind the codes of a record, by the lists that are in use now. Thread-safe. */
public final class RecordCodes {

    private static final String CODE = "Ma";
    private static final String NAME = "Ten";
    private static final String NAME_EN = "TenTiengAnh";
    private static final String LAST_DAY = "HieuLucDen";

    private final Catalogues catalogues;
    private final Map<String, Indexed> indexed = new ConcurrentHashMap<>();

    public RecordCodes(Catalogues catalogues) {
        this.catalogues = catalogues;
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

    /**
     * A list by its codes, as long as its records are the same object: another means that the list was exchanged.
     *
     * @param ended units until 2025-06-30, which share codes with those since
     */
    private record Indexed(
            List<Map<String, String>> records,
            Map<String, Map<String, String>> byCode,
            Map<String, String> ended,
            Map<String, String> inForce) {

        static Indexed of(List<Map<String, String>> records) {
            Indexed index = new Indexed(records, new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (Map<String, String> one : records) {
                index.byCode.put(one.get(CODE), one);
                (one.containsKey(LAST_DAY) ? index.ended : index.inForce).put(one.get(CODE), one.get(NAME));
            }
            return index;
        }

        /** An address with a district is of the three tiers that have ended. */
        @Nullable
        String name(@Nullable String code, Address of) {
            return code == null ? null : (of.districtCode() == null ? inForce : ended).get(code);
        }
    }

    private Indexed list(String list) {
        List<Map<String, String>> records = catalogues.records(list, null).orElse(List.of());
        Indexed known = indexed.get(list);
        if (known == null || known.records() != records) {
            known = Indexed.of(records);
            indexed.put(list, known);
        }
        return known;
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
                code == null ? null : list(list.catalogue).byCode().get(code);
        return record == null ? null : record.get(property);
    }

    public @Nullable String ward(Address address) {
        return list("donvihanhchinhcap3").name(address.wardCode(), address);
    }

    public @Nullable String district(Address address) {
        return list("donvihanhchinhcap2").name(address.districtCode(), address);
    }

    public @Nullable String province(Address address) {
        return list("donvihanhchinhcap1").name(address.provinceCode(), address);
    }
}
