package vn.dancu.bus.message.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.wire.XmlText;

/**
 * Where something stands in a message: the names of elements from below the root, joined by {@code /}. An index in square
 * brackets counts, from zero, the elements of that name; without one the first is meant, or each where all are asked for.
 * The last step may be an attribute after {@code @}. An element of another namespace is <code>{uri}name</code>.
 *
 * <pre>{@code
 * CongDan[0]/HoVaTen/Ten
 * edXMLBody/edXMLManifest/@version
 * edXMLHeader/{http://www.w3.org/2000/09/xmldsig#}Signature
 * }</pre>
 */
public final class MessagePath {

    private static final int ANY = -1;
    private static final int MAX_STEPS = 64;
    private static final Pattern STEP = Pattern.compile(
            "(@)?(?:\\{([^{}]{0,512})})?([\\p{L}_][\\p{L}\\p{M}\\p{Nd}._-]{0,127})(?:\\[([0-9]{1,9})])?");

    private final List<Step> steps;

    private MessagePath(List<Step> steps) {
        this.steps = steps;
    }

    /** One step; the index is -1 where none was given. */
    record Step(@Nullable String namespace, String name, int index, boolean attribute) {

        boolean names(Node node) {
            return node.name().equals(name) && (namespace == null ? node.isOwn() : namespace.equals(node.namespace()));
        }

        boolean isAny() {
            return index == ANY;
        }
    }

    /** Reads a path; the exception names the step that is none, which is no personal data. */
    public static MessagePath of(String path) {
        List<Step> steps = new ArrayList<>();
        for (String text : split(path)) {
            Matcher step = STEP.matcher(text);
            if (!step.matches() || steps.size() == MAX_STEPS) {
                throw new IllegalArgumentException("A path is names joined by /, such as CongDan[0]/HoVaTen/Ten; step "
                        + (steps.size() + 1) + " is none");
            }
            boolean attribute = step.group(1) != null;
            int index = step.group(4) == null ? ANY : Integer.parseInt(step.group(4));
            String namespace = step.group(2) == null && attribute ? "" : step.group(2);
            if (!isWritable(namespace, step.group(3), attribute)) {
                throw new IllegalArgumentException(
                        "A step is an element or attribute that XML can have; step " + (steps.size() + 1) + " is none");
            }
            steps.add(new Step(namespace, step.group(3), index, attribute));
        }
        boolean attributeWithin = steps.stream().limit(steps.size() - 1L).anyMatch(Step::attribute);
        if (attributeWithin || (last(steps).attribute() && !last(steps).isAny())) {
            throw new IllegalArgumentException("An attribute is the last step of a path, and has no index");
        }
        return new MessagePath(List.copyOf(steps));
    }

    // A declaration of a namespace is none: those are the writer's.
    private static boolean isWritable(@Nullable String namespace, String name, boolean attribute) {
        boolean declares = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(namespace)
                || (attribute && "".equals(namespace) && name.equals(XMLConstants.XMLNS_ATTRIBUTE));
        return !declares && XmlText.isName(name) && (namespace == null || XmlText.isXml(namespace));
    }

    // A slash inside the braces of a namespace joins nothing.
    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean braces = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            braces = c == '{' || (braces && c != '}');
            if (c == '/' && !braces) {
                parts.add(path.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(path.substring(from));
        return parts;
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }

    /** Every element at this place, in the order of the message; a step without an index means each of its name. */
    public List<Node> all(Node root) {
        if (isAttribute()) {
            throw new IllegalArgumentException("Elements are asked for by a path of elements");
        }
        return new PathFinder(steps).all(root);
    }

    /** The text of the first element or attribute at this place; empty where there is none. */
    public Optional<String> text(Node root) {
        return new PathFinder(elements())
                .all(root).stream()
                        .findFirst()
                        .map(node -> isAttribute()
                                ? node.attribute(
                                        Optional.ofNullable(last().namespace()).orElse(""), last().name())
                                : node.text());
    }

    /** The same tree with that text at this place; with nothing there where the text is null. */
    public Node changed(Grammar grammar, Node root, @Nullable String text) {
        return new PathEditor(grammar, this, text).of(root);
    }

    List<Step> steps() {
        return steps;
    }

    /** The steps that are elements, without the attribute at the end. */
    List<Step> elements() {
        return isAttribute() ? steps.subList(0, steps.size() - 1) : steps;
    }

    boolean isAttribute() {
        return last(steps).attribute();
    }

    Step last() {
        return last(steps);
    }
}
