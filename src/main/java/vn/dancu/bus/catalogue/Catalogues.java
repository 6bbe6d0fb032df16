package vn.dancu.bus.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The population-related lists of the shared catalogues, under the codes of the national integration platform. Thread-safe.
 *
 * <pre>{@code
 * Catalogues.published().records("madantoc", null);         // every ethnic group, each version of each code
 * }</pre>
 */
public interface Catalogues {

    /** The lists that come with the bus, read once; keep it. */
    static Catalogues published() {
        return new FileCatalogues();
    }

    /** Every list, ordered by code, those without data included. */
    List<Catalogue> all();

    /** One list by its code, such as {@code madantoc}. */
    Optional<Catalogue> find(String code);

    /**
     * The records of a list in its own order; empty when there is no such list.
     *
     * <p>A record maps the codes of {@link Catalogue#properties()}, in their order, to text; a property without a value
     * is left out. Dates are ISO 8601. An open validity has no {@code HieuLucDen}.
     *
     * @param asOf keeps what was valid on that day; null keeps every version of every code
     */
    Optional<List<Map<String, String>>> records(String code, @Nullable LocalDate asOf);
}
