package vn.dancu.bus.codebook.exchange;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.catalogue.CatalogueExchange;
import vn.dancu.bus.catalogue.CatalogueVersion;
import vn.dancu.bus.catalogue.ExchangedList;

/** Puts lists in use at this instance: those that have another version than the one that is in use. */
final class CodebookCache {

    private static final Logger LOGGER = LoggerFactory.getLogger(CodebookCache.class);

    private final JdbcCodebooks store;
    private final CatalogueExchange catalogues;
    private Map<String, Long> versions = Map.of();
    private Map<String, ExchangedList> lists = Map.of();

    CodebookCache(JdbcCodebooks store, CatalogueExchange catalogues) {
        this.store = store;
        this.catalogues = catalogues;
    }

    void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("Code lists could not be refreshed; the last known ones stay in use");
        }
    }

    synchronized void refresh() {
        Map<String, Long> newest = store.versions();
        if (newest.equals(versions)) {
            return;
        }
        Map<String, ExchangedList> next = new HashMap<>();
        newest.forEach((code, version) -> {
            ExchangedList known = lists.get(code);
            next.put(code, known != null && version.equals(versions.get(code)) ? known : read(code));
        });
        catalogues.exchange(next.values());
        lists = next;
        versions = newest;
    }

    private ExchangedList read(String code) {
        JdbcCodebooks.Held list = store.find(code).orElseThrow();
        return new ExchangedList(
                list.code(),
                list.name(),
                list.nameEn(),
                list.properties(),
                store.codes(code).stream()
                        .map(each -> new CatalogueVersion(each.scheme(), each.values(), each.from(), each.to()))
                        .toList());
    }
}
