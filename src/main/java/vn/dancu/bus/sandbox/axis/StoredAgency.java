package vn.dancu.bus.sandbox.axis;

import org.jspecify.annotations.Nullable;

/**
 * One agency of the axis' list.
 *
 * @param system the number of the system that answers for it; null for a made-up one
 * @param code in the form of QĐ 20/2020
 * @param oldCode in the form before it; null where it has none
 * @param version of the change that brought it, or took it away
 */
record StoredAgency(
        long id,
        @Nullable Long parent,
        @Nullable String system,
        String code,
        @Nullable String oldCode,
        String name,
        @Nullable String mail,
        long version,
        boolean deleted,
        String modified) {}
