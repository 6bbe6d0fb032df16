package vn.dancu.bus.message.axis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;

/** The fields of one record, which notes those that were asked for. */
final class AxisFieldReader {

    private final Node node;
    private final Set<String> asked = new HashSet<>();

    AxisFieldReader(Node node) {
        this.node = node;
    }

    @Nullable
    String text(String name) {
        asked.add(name);
        return node.value(name);
    }

    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw FieldRefusals.missing(name, "a value");
        }
        return text;
    }

    @Nullable
    Long number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw FieldRefusals.invalid(name, "a whole number");
        }
    }

    /** The elements that nobody asked for. */
    List<Node> rest() {
        return node.children().stream()
                .filter(child -> !child.isOwn() || !asked.contains(child.name()))
                .toList();
    }
}
