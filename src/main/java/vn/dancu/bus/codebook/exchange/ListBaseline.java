package vn.dancu.bus.codebook.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogue;
import vn.dancu.bus.catalogue.Catalogue.Property;
import vn.dancu.bus.catalogue.Catalogues;

/** What a list is before anything was taken over: the one that came with the bus, or nothing. */
final class ListBaseline {

    /** Codes of lists that did not come with the bus are of the platform's own scheme. */
    static final String SCHEME = "ndxp";

    private static final String OF = "HeMa";
    private static final String FROM = "HieuLucTu";
    private static final String TO = "HieuLucDen";
    private static final Set<String> OF_EVERY_LIST = Set.of(OF, FROM, TO);

    private final Catalogues original;

    ListBaseline(Catalogues original) {
        this.original = original;
    }

    String nameEn(String list, String name) {
        return original.find(list).map(Catalogue::nameEn).orElse(name);
    }

    List<CodebookCode> codes(String list) {
        return original.records(list, null).orElse(List.of()).stream()
                .map(ListBaseline::code)
                .toList();
    }

    /** Code and name first, then what came with the bus, then what the platform has besides. */
    List<Property> properties(String list, List<Property> known, List<Property> there) {
        List<Property> all = new ArrayList<>(known);
        if (all.isEmpty()) {
            original.find(list).ifPresent(found -> found.properties().stream()
                    .filter(property -> !OF_EVERY_LIST.contains(property.code()))
                    .forEach(all::add));
        }
        if (all.isEmpty()) {
            all.add(new Property(CodebookCode.CODE, "Mã", "string"));
            all.add(new Property(CodebookCode.NAME, "Tên", "string"));
        }
        there.stream()
                .filter(property -> all.stream().noneMatch(one -> one.code().equals(property.code())))
                .forEach(all::add);
        return all;
    }

    private static CodebookCode code(Map<String, String> record) {
        Map<String, String> values = new LinkedHashMap<>(record);
        values.keySet().removeAll(OF_EVERY_LIST);
        return new CodebookCode(
                0,
                record.getOrDefault(CodebookCode.CODE, ""),
                record.getOrDefault(OF, SCHEME),
                values,
                day(record.get(FROM)),
                day(record.get(TO)));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
