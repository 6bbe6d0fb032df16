package vn.dancu.bus.message.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * An agency that sends or receives.
 *
 * @param id the agency's code (mã định danh), such as {@code 000.00.00.H41} or {@code H41.01}
 * @param inCharge the agency above it
 * @param extensions elements that no schema knows
 */
public record Organization(
        String id,
        @Nullable String inCharge,
        @Nullable String name,
        @Nullable String address,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String website,
        List<Node> extensions) {

    public Organization {
        extensions = List.copyOf(extensions);
    }

    public static Organization of(String id, @Nullable String name) {
        return new Organization(id, null, name, null, null, null, null, null, List.of());
    }
}
