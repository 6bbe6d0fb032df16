package vn.dancu.bus.catalogue;

import java.util.Collection;

/** Exchanges lists while the bus runs: whoever asks {@link Catalogues} next is answered from the new ones. */
public interface CatalogueExchange {

    /** The lists that came with the bus, whatever was exchanged since. */
    Catalogues original();

    /** From now on these lists stand in place of the original ones of the same codes, and the others are the original ones. */
    void exchange(Collection<ExchangedList> lists);
}
