package vn.dancu.bus.catalogue;

import java.util.List;

/**
 * A list that takes the place of the one of the same code that came with the bus, or stands beside those.
 *
 * @param properties in order, without scheme and validity, which every list has
 * @param versions in the order in which the list shows them
 */
public record ExchangedList(
        String code, String name, String nameEn, List<Catalogue.Property> properties, List<CatalogueVersion> versions) {

    public ExchangedList {
        properties = List.copyOf(properties);
        versions = List.copyOf(versions);
    }
}
