package vn.dancu.bus.upstream;

import org.jspecify.annotations.Nullable;

/**
 * As whom the other side sees who asks.
 *
 * @param officer MaCanBo
 * @param procedure MaDVC; null where the question has none
 * @param unit MaDonVi; null where none is sent
 * @param mappingVersion of the table that says so; null where what was asked is sent as it came
 */
public record NationalIdentity(
        String officer, @Nullable String procedure, @Nullable String unit, @Nullable Long mappingVersion) {}
