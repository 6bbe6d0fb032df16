package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogue.Property;

/** Lists with all their entries, never changed. */
final class LoadedLists {

    private record Loaded(Catalogue catalogue, List<CatalogueEntry> entries, List<Map<String, String>> records) {

        static Loaded of(
                String code, String name, String nameEn, List<Property> columns, @Nullable List<CatalogueEntry> found) {
            List<Property> properties = Stream.concat(
                            columns.stream(), Stream.of(Columns.SCHEME, Columns.VALID_FROM, Columns.VALID_TO))
                    .toList();
            List<CatalogueEntry> entries = found == null ? List.of() : found;
            List<String> schemes = entries.stream()
                    .map(entry -> entry.period().scheme())
                    .distinct()
                    .toList();
            Catalogue catalogue = new Catalogue(code, name, nameEn, schemes, entries.size(), found != null, properties);
            return new Loaded(
                    catalogue,
                    entries,
                    entries.stream().map(entry -> entry.under(properties)).toList());
        }
    }

    private final SortedMap<String, Loaded> lists;

    private LoadedLists(SortedMap<String, Loaded> lists) {
        this.lists = lists;
    }

    static LoadedLists of(List<CatalogueDefinitions.Definition> definitions) {
        SortedMap<String, Loaded> lists = new TreeMap<>();
        definitions.forEach(list -> {
            var source = list.entries();
            lists.put(
                    list.code(),
                    Loaded.of(
                            list.code(),
                            list.name(),
                            list.nameEn(),
                            list.columns(),
                            source == null ? null : source.get()));
        });
        return new LoadedLists(lists);
    }

    LoadedLists with(Collection<ExchangedList> others) {
        SortedMap<String, Loaded> next = new TreeMap<>(lists);
        others.forEach(list -> next.put(
                list.code(),
                Loaded.of(
                        list.code(),
                        list.name(),
                        list.nameEn(),
                        list.properties(),
                        list.versions().stream().map(LoadedLists::entry).toList())));
        return new LoadedLists(next);
    }

    List<Catalogue> all() {
        return lists.values().stream().map(Loaded::catalogue).toList();
    }

    Optional<Catalogue> find(String code) {
        return Optional.ofNullable(lists.get(code)).map(Loaded::catalogue);
    }

    Optional<List<Map<String, String>>> records(String code, @Nullable LocalDate asOf) {
        return Optional.ofNullable(lists.get(code)).map(list -> asOf == null ? list.records() : validOn(asOf, list));
    }

    private static List<Map<String, String>> validOn(LocalDate day, Loaded list) {
        return list.entries().stream()
                .filter(entry -> entry.period().contains(day))
                .map(entry -> entry.under(list.catalogue().properties()))
                .toList();
    }

    private static CatalogueEntry entry(CatalogueVersion version) {
        Map<Property, String> values = new LinkedHashMap<>();
        version.values().forEach((code, value) -> values.put(new Property(code, "", ""), value));
        return CatalogueEntry.of(new CatalogueEntry.Period(version.scheme(), version.from(), version.to()), values);
    }
}
