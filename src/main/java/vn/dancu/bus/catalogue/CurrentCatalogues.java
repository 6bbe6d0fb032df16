package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists in use: those that came with the bus, and those that were exchanged since. */
final class CurrentCatalogues implements Catalogues, CatalogueExchange {

    private final FileCatalogues original;
    private volatile LoadedLists current;

    CurrentCatalogues(FileCatalogues original) {
        this.original = original;
        this.current = original.lists();
    }

    @Override
    public Catalogues original() {
        return original;
    }

    @Override
    public void exchange(Collection<ExchangedList> lists) {
        current = original.lists().with(lists);
    }

    @Override
    public List<Catalogue> all() {
        return current.all();
    }

    @Override
    public Optional<Catalogue> find(String code) {
        return current.find(code);
    }

    @Override
    public Optional<List<Map<String, String>>> records(String code, @Nullable LocalDate asOf) {
        return current.records(code, asOf);
    }
}
