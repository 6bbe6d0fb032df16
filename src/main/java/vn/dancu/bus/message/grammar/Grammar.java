package vn.dancu.bus.message.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.dancu.bus.message.grammar.Rule.Particle;
import vn.dancu.bus.message.grammar.Rule.Sequence;
import vn.dancu.bus.message.grammar.Rule.Text;

/**
 * The rules of a schema's global elements, checked in one pass over a question. A validating JAXB unmarshaller gives the
 * same verdicts (a test holds that) at several times the cost, and its messages repeat the value found. Thread-safe.
 */
public final class Grammar {

    private final String namespace;
    private final Map<String, Rule> roots;

    private Grammar(String namespace, Map<String, Rule> roots) {
        this.namespace = namespace;
        this.roots = roots;
    }

    /** Reads the grammar of a schema on the class path; what it cannot hold stops the start. */
    public static Grammar of(String resource) {
        SchemaReading schema = SchemaReading.of(resource);
        return new Grammar(schema.namespace(), schema.roots());
    }

    public String namespace() {
        return namespace;
    }

    public Optional<Rule> root(String name) {
        return Optional.ofNullable(roots.get(name));
    }

    /** Throws the refusal of the first finding, if there is one. */
    public void check(Node question) {
        Rule rule = Objects.requireNonNull(roots.get(question.name()), question.name());
        check(question, rule, "");
    }

    /** The same question with its elements in the order of the contract, for a wire that has none; unknown ones last. */
    public Node inOrder(Node question) {
        return inOrder(question, Objects.requireNonNull(roots.get(question.name()), question.name()));
    }

    private static Node inOrder(Node node, Rule rule) {
        if (!(rule instanceof Sequence sequence) || node.children().isEmpty()) {
            return node;
        }
        List<Node> ordered = new ArrayList<>(node.children().size());
        for (Node child : node.children()) {
            int index = sequence.indexOf(child.name());
            ordered.add(index < 0 ? child : inOrder(child, sequence.rule(index, child.name())));
        }
        ordered.sort(Comparator.comparingInt(child -> {
            int index = sequence.indexOf(child.name());
            return index < 0 ? Integer.MAX_VALUE : index;
        }));
        return Node.of(node.name(), ordered);
    }

    private static void check(Node node, Rule rule, String path) {
        if (rule instanceof Text text) {
            if (!node.children().isEmpty() || !text.accepts(node.text())) {
                throw Findings.invalid(path, text.words());
            }
        } else if (rule instanceof Sequence sequence) {
            if (!node.text().isEmpty()) {
                throw Findings.invalid(path, "elements and no text");
            }
            checkChildren(node.children(), sequence, path);
        }
    }

    private static void checkChildren(List<Node> children, Sequence sequence, String path) {
        List<Particle> particles = sequence.particles();
        int at = 0;
        int count = 0;
        for (Node child : children) {
            Rule rule = at < particles.size() ? particles.get(at).rule(child.name()) : null;
            while (rule == null) {
                if (at >= particles.size() || count < particles.get(at).min()) {
                    throw Findings.explain(children, sequence, path);
                }
                at++;
                count = 0;
                rule = at < particles.size() ? particles.get(at).rule(child.name()) : null;
            }
            if (++count > particles.get(at).max()) {
                throw Findings.explain(children, sequence, path);
            }
            check(child, rule, Findings.join(path, child.name()));
        }
        for (; at < particles.size(); at++, count = 0) {
            if (count < particles.get(at).min()) {
                throw Findings.explain(children, sequence, path);
            }
        }
    }
}
