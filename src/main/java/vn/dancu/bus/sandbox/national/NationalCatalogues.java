package vn.dancu.bus.sandbox.national;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vn.dancu.bus.catalogue.Catalogue;
import vn.dancu.bus.catalogue.Catalogues;

/** The shared catalogues of the mock: those that come with the bus, until they are told to change. Thread-safe. */
final class NationalCatalogues {

    private static final String CODE = "Ma";
    private static final String NAME = "Ten";

    private final Catalogues published = Catalogues.published();
    private final Map<String, List<Map<String, String>>> changed = new ConcurrentHashMap<>();
    private final List<CatalogueChange> atStart;

    NationalCatalogues(List<CatalogueChange> atStart) {
        this.atStart = atStart;
        reset();
    }

    /** Every list with its name and how many records it has. */
    List<Map<String, String>> all() {
        return published.all().stream()
                .map(list -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("CategoryCode", list.code());
                    row.put("CategoryName", list.name());
                    return row;
                })
                .toList();
    }

    Optional<List<Map<String, String>>> metadata(String code) {
        return published.find(code).map(Catalogue::properties).map(properties -> properties.stream()
                .map(property -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    row.put("PropertyCode", property.code());
                    row.put("PropertyName", property.name());
                    row.put("PropertyType", property.type());
                    return row;
                })
                .toList());
    }

    Optional<List<Map<String, String>>> records(String list) {
        List<Map<String, String>> now = changed.get(list);
        return now == null ? published.records(list, null) : Optional.of(now);
    }

    /** Adds a record, or gives the record of that code another name; whether there is such a list. */
    boolean put(String list, String code, String name) {
        return change(list, rows -> {
            Optional<Map<String, String>> there =
                    rows.stream().filter(row -> code.equals(row.get(CODE))).findFirst();
            if (there.isPresent()) {
                there.get().put(NAME, name);
            } else {
                Map<String, String> row = rows.isEmpty() ? new LinkedHashMap<>() : new LinkedHashMap<>(rows.get(0));
                row.put(CODE, code);
                row.put(NAME, name);
                rows.add(row);
            }
        });
    }

    /** Drops every version of a code; whether there is such a list. */
    boolean drop(String list, String code) {
        return change(list, rows -> rows.removeIf(row -> code.equals(row.get(CODE))));
    }

    /** Everything as it was at the start. */
    void reset() {
        changed.clear();
        for (CatalogueChange one : atStart) {
            String name = one.name();
            if (name == null ? !drop(one.list(), one.code()) : !put(one.list(), one.code(), name)) {
                throw new IllegalArgumentException("There is no list " + one.list());
            }
        }
    }

    private synchronized boolean change(String list, Consumer<List<Map<String, String>>> change) {
        Optional<List<Map<String, String>>> now = records(list);
        now.ifPresent(rows -> {
            List<Map<String, String>> copy = new ArrayList<>();
            rows.forEach(row -> copy.add(new LinkedHashMap<>(row)));
            change.accept(copy);
            changed.put(list, List.copyOf(copy));
        });
        return now.isPresent();
    }
}
