package vn.dancu.bus.message.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.SchemaReader.Root;

/**
 * The rules of a family, read from its schema. A validating JAXB unmarshaller gives the same verdicts (a test holds that)
 * at several times the cost, and its messages repeat the value found. Thread-safe.
 */
public final class Grammar {

    private static final int UNKNOWN_LAST = Integer.MAX_VALUE;

    private final Version version;
    private final String namespace;
    private final boolean names;
    private final String prefix;
    private final String prefixedFrom;
    private final boolean nativeJson;
    private final boolean oneNamespace;
    private final Map<String, Root> roots;

    private Grammar(Version version, SchemaReader schema) {
        this.version = version;
        this.namespace = schema.namespace();
        this.names = schema.option("names").equals("local");
        String written = schema.option("prefix");
        this.prefix = written.substring(0, Math.max(written.indexOf(':'), 0));
        this.prefixedFrom = written.substring(written.indexOf(':') + 1);
        this.nativeJson = schema.option("json").equals("native");
        this.roots = schema.roots();
        this.oneNamespace = schema.isOfOneNamespace();
    }

    /** Reads the grammar of a family from the class path; a schema that uses more of XSD than it holds is refused. */
    public static Grammar of(Version version) {
        return new Grammar(version, SchemaReader.of(version.schema()));
    }

    public Version version() {
        return version;
    }

    public String namespace() {
        return namespace;
    }

    /** Whether an element without namespace is taken for one of the family. */
    public boolean takesLocalNames() {
        return names;
    }

    /** The prefix with which elements are written from {@link #isPrefixedFrom} on; empty where none is. */
    public String prefix() {
        return prefix;
    }

    /** Whether the prefix begins at an element of that name: some readers of the family know its elements by it alone. */
    public boolean isPrefixedFrom(String name) {
        return !prefix.isEmpty() && prefixedFrom.equals(name);
    }

    /** Whether every element has the family's namespace, so that a writer need not look. */
    public boolean isOfOneNamespace() {
        return oneNamespace;
    }

    /** Whether the family's own wire is JSON, so that the document is not wrapped in the name of its root. */
    public boolean isNativeJson() {
        return nativeJson;
    }

    /** The names of the documents that there are. */
    public Set<String> roots() {
        return roots.keySet();
    }

    /** The rule of that document. */
    public Rule root(String name) {
        Root root = roots.get(name);
        if (root == null) {
            throw FieldRefusals.refusal(
                    ErrorCode.OPERATION_UNKNOWN, "/", "one of " + String.join(", ", roots.keySet()));
        }
        return root.rule();
    }

    /** Whether the JSON document of that root is the array of its one repeated child. */
    public boolean isArray(String root) {
        return Objects.requireNonNull(roots.get(root), root).array();
    }

    /** Reports everything that is wrong with a message to the reaction. */
    public void check(Node message, Reaction reaction) {
        new MessageChecker(this, reaction).check(message, root(message.name()));
    }

    /** Reports everything that is wrong with one element of a message to the reaction. */
    public void check(Node element, ElementRule rule, String path, Reaction reaction) {
        new MessageChecker(this, reaction, path).check(element, rule.rule());
    }

    /** Throws the refusal of the first finding, if there is one. */
    public void check(Node message) {
        check(message, Reaction.STRICT);
    }

    /** The element's rule where it stands; null for one that the family does not know there. */
    public @Nullable ElementRule element(Complex parent, Node child) {
        return isOwn(child) ? parent.element(child.name()) : null;
    }

    /** The same, asked for in the order of the schema. */
    public @Nullable ElementRule element(Complex parent, Node child, int last) {
        return isOwn(child) ? parent.element(child.name(), last) : null;
    }

    boolean isOwn(Node child) {
        return child.namespace() == null || (names && child.namespace().isEmpty());
    }

    /** The same message with its elements in the order of the schema, for a wire that has none; unknown ones last. */
    public Node inOrder(Node message) {
        return inOrder(message, root(message.name()));
    }

    private Node inOrder(Node node, Rule rule) {
        if (!(rule instanceof Complex complex) || node.children().isEmpty()) {
            return node;
        }
        List<Node> children = new ArrayList<>(node.children().size());
        for (Node child : node.children()) {
            ElementRule known = element(complex, child);
            children.add(known == null ? child : inOrder(child, known.rule()));
        }
        sort(complex, children);
        return node.withChildren(children);
    }

    /** Puts children into the order of the schema, where it has one; unknown ones last, each kind as it came. */
    public void sort(Complex parent, List<Node> children) {
        if (parent.isOrdered()) {
            children.sort(Comparator.comparingInt(child -> step(parent, child)));
        }
    }

    /** The child's place in the order of the schema. */
    public int step(Complex parent, Node child) {
        ElementRule known = element(parent, child);
        return known == null ? UNKNOWN_LAST : known.step();
    }
}
