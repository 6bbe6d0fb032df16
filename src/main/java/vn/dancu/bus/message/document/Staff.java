package vn.dancu.bus.message.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * The officer who handles a document.
 *
 * @param extensions elements that no schema knows
 */
public record Staff(
        @Nullable String department,
        @Nullable String name,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String departmentId,
        @Nullable String staffId,
        List<Node> extensions) {

    public Staff {
        extensions = List.copyOf(extensions);
    }

    @Override
    public String toString() {
        return "Staff[masked]";
    }
}
