package vn.dancu.bus.sandbox.national;

import org.jspecify.annotations.Nullable;

/**
 * A code that the mock's list has in another way than the list that the bus came with.
 *
 * @param list code of the list
 * @param code of the record
 * @param name that it has there; null where the list has no such code
 */
public record CatalogueChange(String list, String code, @Nullable String name) {}
