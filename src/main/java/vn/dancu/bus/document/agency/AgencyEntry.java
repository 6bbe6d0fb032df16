package vn.dancu.bus.document.agency;

import org.jspecify.annotations.Nullable;

/**
 * An agency of the axis.
 *
 * @param code in the form of QĐ 20/2020/QĐ-TTg, where it has one
 * @param oldCode in the form before it; null where it has none
 * @param code102 by QCVN 102:2016
 * @param axisId the axis' own number
 * @param parentId that of the agency above it
 * @param version the axis' number of its last change; null where only the whole list was read
 */
public record AgencyEntry(
        String code,
        @Nullable String oldCode,
        @Nullable String code102,
        @Nullable String axisId,
        @Nullable String parentId,
        @Nullable String name,
        @Nullable String mail,
        @Nullable String version) {}
