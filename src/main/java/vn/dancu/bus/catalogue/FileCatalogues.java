package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogue.Property;

/** The lists of {@link CatalogueDefinitions}, read from the class path once and kept. */
final class FileCatalogues implements Catalogues {

    private record Loaded(Catalogue catalogue, List<CatalogueEntry> entries, List<Map<String, String>> records) {}

    private final Map<String, Loaded> lists = new TreeMap<>();

    FileCatalogues() {
        CatalogueDefinitions.ALL.forEach(list -> lists.put(list.code(), load(list)));
    }

    @Override
    public List<Catalogue> all() {
        return lists.values().stream().map(Loaded::catalogue).toList();
    }

    @Override
    public Optional<Catalogue> find(String code) {
        return Optional.ofNullable(lists.get(code)).map(Loaded::catalogue);
    }

    @Override
    public Optional<List<Map<String, String>>> records(String code, @Nullable LocalDate asOf) {
        return Optional.ofNullable(lists.get(code)).map(list -> asOf == null ? list.records() : validOn(asOf, list));
    }

    private static List<Map<String, String>> validOn(LocalDate day, Loaded list) {
        return list.entries().stream()
                .filter(entry -> entry.period().contains(day))
                .map(entry -> entry.under(list.catalogue().properties()))
                .toList();
    }

    private static Loaded load(CatalogueDefinitions.Definition list) {
        List<Property> properties = Stream.concat(
                        list.columns().stream(), Stream.of(Columns.SCHEME, Columns.VALID_FROM, Columns.VALID_TO))
                .toList();
        Supplier<List<CatalogueEntry>> source = list.entries();
        List<CatalogueEntry> entries = source == null ? List.of() : source.get();
        List<String> schemes = entries.stream()
                .map(entry -> entry.period().scheme())
                .distinct()
                .toList();
        Catalogue catalogue = new Catalogue(
                list.code(), list.name(), list.nameEn(), schemes, entries.size(), source != null, properties);
        return new Loaded(
                catalogue,
                entries,
                entries.stream().map(entry -> entry.under(properties)).toList());
    }
}
