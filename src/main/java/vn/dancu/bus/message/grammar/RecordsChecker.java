package vn.dancu.bus.message.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Finding;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/**
 * The check of a document whose elements below the root come one at a time: each when it comes, and at the end the root, by
 * its attributes and by which elements stood in it in which order.
 */
public final class RecordsChecker {

    // Two elements of one name are enough to find one too many.
    private static final int KEPT_OF_ONE_NAME = 2;
    private static final int MAX_KEPT = 64;

    private final Grammar grammar;
    private final String root;
    private final Complex rule;
    private final ElementRule record;
    private final Reaction reaction;
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Node> shape = new ArrayList<>();
    private int last;

    public RecordsChecker(Grammar grammar, String root, String record, Reaction reaction) {
        ElementRule known = grammar.root(root) instanceof Complex complex ? complex.element(record) : null;
        if (known == null) {
            throw new IllegalArgumentException("The root has no element " + record);
        }
        this.grammar = grammar;
        this.root = root;
        this.rule = (Complex) grammar.root(root);
        this.record = known;
        this.reaction = reaction;
    }

    /** What the root may hold. */
    public Complex root() {
        return rule;
    }

    /** What the records are. */
    public ElementRule record() {
        return record;
    }

    /**
     * Checks an element below the root, and returns whether it is a record.
     *
     * @param clean whether its reader has found its content right already
     */
    public boolean isRecord(Node element, boolean clean) {
        ElementRule known = grammar.element(rule, element);
        if (known == null) {
            grammar.check(Node.of(root, List.of(element)), this::ofElement);
            return false;
        }
        int count = counts.merge(known.name(), 1, Integer::sum);
        if (shape.size() < MAX_KEPT && (count <= KEPT_OF_ONE_NAME || known.step() < last)) {
            shape.add(Node.of(known.name(), List.of()));
        }
        last = known.step();
        if (!clean) {
            grammar.check(
                    element, known, known.repeats() ? known.name() + "[" + (count - 1) + "]" : known.name(), reaction);
        }
        return known == record;
    }

    /** Checks the root by its attributes and by what stood in it; the order says something in XML alone. */
    public void end(Node head, boolean ordered) {
        if (!ordered) {
            grammar.sort(rule, shape);
        }
        grammar.check(head.withChildren(shape), this::ofTheWhole);
    }

    // What is missing beside the one element is found at the end.
    private void ofElement(Finding finding) {
        if (finding.code() != ErrorCode.FIELD_MISSING) {
            reaction.to(finding);
        }
    }

    // The elements stand here without what was in them, which was checked when they came.
    private void ofTheWhole(Finding finding) {
        String path = finding.path();
        boolean ofRoot = path.equals("/") || path.startsWith("@");
        boolean ofPlaces = finding.code() == ErrorCode.FIELD_ORDER || finding.code() == ErrorCode.FIELD_DUPLICATED;
        boolean missing = finding.code() == ErrorCode.FIELD_MISSING
                && path.indexOf('/') < 0
                && !counts.containsKey(path.split("\\[", 2)[0]);
        if (ofRoot || ofPlaces || missing) {
            reaction.to(finding);
        }
    }
}
