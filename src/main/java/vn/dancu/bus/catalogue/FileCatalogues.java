package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists of {@link CatalogueDefinitions}, read from the class path once and kept. */
final class FileCatalogues implements Catalogues {

    private final LoadedLists lists = LoadedLists.of(CatalogueDefinitions.ALL);

    LoadedLists lists() {
        return lists;
    }

    @Override
    public List<Catalogue> all() {
        return lists.all();
    }

    @Override
    public Optional<Catalogue> find(String code) {
        return lists.find(code);
    }

    @Override
    public Optional<List<Map<String, String>>> records(String code, @Nullable LocalDate asOf) {
        return lists.records(code, asOf);
    }
}
