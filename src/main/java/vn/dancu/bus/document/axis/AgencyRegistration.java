package vn.dancu.bus.document.axis;

import org.jspecify.annotations.Nullable;

/**
 * An agency to be made known to the axis.
 *
 * @param id as the axis' list of agencies has it; null for a new one
 * @param parentCode the code of the agency above it
 * @param code its code, in the form of QĐ 20/2020/QĐ-TTg
 */
public record AgencyRegistration(
        @Nullable String id,
        @Nullable String parentCode,
        String code,
        String name,
        @Nullable String mail,
        @Nullable String mobile,
        @Nullable String fax) {}
