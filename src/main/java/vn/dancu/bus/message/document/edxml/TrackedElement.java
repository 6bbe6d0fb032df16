package vn.dancu.bus.message.document.edxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.ListedCode;
import vn.dancu.bus.message.grammar.FieldRefusals;

/**
 * An element that is being read, which notes what of it was read. An empty element says nothing: it is asked for in vain, and
 * is neither carried nor taken for unknown.
 */
final class TrackedElement {

    static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withResolverStyle(ResolverStyle.STRICT);
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final Node node;
    private final String path;
    private final Map<Node, Asked> asked = new IdentityHashMap<>();

    /** What became of a child that was asked for. */
    private record Asked(boolean carried, @Nullable TrackedElement part) {}

    private TrackedElement(Node node, String path) {
        this.node = node;
        this.path = path;
    }

    static TrackedElement of(Node root) {
        return new TrackedElement(root, "");
    }

    Node node() {
        return node;
    }

    /** The text of that child; null where it is absent or empty. */
    @Nullable
    String text(String name) {
        Node child = next(name);
        return child == null ? null : text(child);
    }

    private @Nullable String text(Node child) {
        boolean said = !child.text().isEmpty();
        asked.put(child, new Asked(said, null));
        return said ? child.text() : null;
    }

    /** The same of a child that must be there. */
    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw FieldRefusals.missing(FieldRefusals.join(path, name), "a value");
        }
        return text;
    }

    /** The texts of the children of that name that have one. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node child : node.all(name)) {
            String text = text(child);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw FieldRefusals.invalid(FieldRefusals.join(path, name), "a day of the calendar as yyyy/MM/dd");
        }
    }

    @Nullable
    LocalDateTime moment(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDateTime.parse(text, MOMENT);
        } catch (DateTimeException e) {
            throw FieldRefusals.invalid(
                    FieldRefusals.join(path, name), "a moment of the calendar as yyyy/MM/dd HH:mm:ss");
        }
    }

    @Nullable
    Integer number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw FieldRefusals.invalid(FieldRefusals.join(path, name), "a whole number");
        }
    }

    @Nullable
    Boolean truth(String name) {
        String text = text(name);
        return text == null ? null : text.equals("true") || text.equals("1");
    }

    <E extends Enum<E> & ListedCode> @Nullable Coded<E> code(String name, Class<E> list) {
        String text = text(name);
        return text == null ? null : Coded.of(text, list);
    }

    @Nullable
    Content content(String name) {
        Node child = next(name);
        if (child == null) {
            return null;
        }
        asked.put(child, new Asked(child.content() != null, null));
        return child.content();
    }

    /** That child; null where it is absent or empty. */
    @Nullable
    TrackedElement part(String name) {
        Node child = next(name);
        return child == null ? null : part(child, FieldRefusals.join(path, name));
    }

    private @Nullable TrackedElement part(Node child, String place) {
        boolean empty = isEmpty(child);
        TrackedElement part = empty ? null : new TrackedElement(child, place);
        asked.put(child, new Asked(!empty, part));
        return part;
    }

    /** The same of a child that must be there. */
    TrackedElement neededPart(String name) {
        TrackedElement part = part(name);
        if (part == null) {
            throw FieldRefusals.missing(FieldRefusals.join(path, name), "elements");
        }
        return part;
    }

    /** The children of that name that hold something. */
    List<TrackedElement> parts(String name) {
        List<TrackedElement> parts = new ArrayList<>();
        List<Node> all = node.all(name);
        for (int i = 0; i < all.size(); i++) {
            TrackedElement part =
                    part(all.get(i), FieldRefusals.join(path, all.size() == 1 ? name : name + "[" + i + "]"));
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The children that are to be carried as they are. */
    List<Node> nodes(Predicate<Node> which) {
        List<Node> nodes = node.children().stream().filter(which).toList();
        nodes.forEach(child -> asked.put(child, new Asked(true, null)));
        return nodes;
    }

    /** Notes that the value of the child that was asked for last could not be carried after all. */
    void drop(String name) {
        node.all(name).stream().filter(asked::containsKey).forEach(child -> asked.put(child, new Asked(false, null)));
    }

    /** The children that nobody asked for. */
    List<Node> rest() {
        return node.children().stream()
                .filter(child -> !asked.containsKey(child))
                .toList();
    }

    /** Paths of what was not carried: children that nobody asked for, empty ones, and attributes. */
    void left(Predicate<Attribute> carried, List<String> to) {
        attributes(node, path, carried, to);
        SiblingPaths places = new SiblingPaths(node, path);
        for (Node child : node.children()) {
            String place = places.next(child);
            Asked what = asked.get(child);
            if (what == null || !what.carried) {
                to.add(place);
            } else if (what.part != null) {
                what.part.left(carried, to);
            } else {
                attributes(child, place, carried, to);
            }
        }
    }

    private static void attributes(Node node, String path, Predicate<Attribute> carried, List<String> to) {
        for (Attribute attribute : node.attributes()) {
            if (!carried.test(attribute)) {
                to.add(FieldRefusals.join(path, "@" + attribute.name()));
            }
        }
    }

    private static boolean isEmpty(Node child) {
        return child.children().isEmpty()
                && child.attributes().isEmpty()
                && child.text().isEmpty()
                && child.content() == null;
    }

    private @Nullable Node next(String name) {
        for (Node child : node.children()) {
            if (child.name().equals(name) && child.isOwn() && !asked.containsKey(child)) {
                return child;
            }
        }
        return null;
    }
}
