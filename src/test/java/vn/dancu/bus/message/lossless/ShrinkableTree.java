package vn.dancu.bus.message.lossless;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.grammar.Grammar;

/** A message that becomes smaller, as long as it stays one that a lenient reading keeps. */
final class ShrinkableTree implements Shrinkable<Sample> {

    private final Grammar grammar;
    private final Node tree;

    private ShrinkableTree(Grammar grammar, Node tree) {
        this.grammar = grammar;
        this.tree = tree;
    }

    static Shrinkable<Sample> of(Grammar grammar, Node tree) {
        return new ShrinkableTree(grammar, tree);
    }

    @Override
    public Sample value() {
        return new Sample(grammar, tree);
    }

    @Override
    public Stream<Shrinkable<Sample>> shrink() {
        return smaller(tree).filter(this::isKept).map(smaller -> new ShrinkableTree(grammar, smaller));
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(size(tree));
    }

    private static Stream<Node> smaller(Node node) {
        Stream<Node> plainer = node.attributes().isEmpty() ? Stream.empty() : Stream.of(node.with(List.of()));
        Stream<Node> shorter = node.text().length() < 2
                ? Stream.empty()
                : Stream.of(
                        node.withText(node.text().substring(node.text().offsetByCodePoints(0, 1))),
                        node.withText(node.text()
                                .substring(
                                        0,
                                        node.text()
                                                .offsetByCodePoints(node.text().length(), -1))));
        Stream<Node> fewer = Stream.iterate(0, at -> at < node.children().size(), at -> at + 1)
                .flatMap(at -> Stream.concat(
                        Stream.of(without(node, at)),
                        smaller(node.children().get(at)).map(child -> replaced(node, at, child))));
        return Stream.concat(Stream.concat(plainer, fewer), shorter);
    }

    private static Node without(Node node, int at) {
        List<Node> children = new ArrayList<>(node.children());
        children.remove(at);
        return node.withChildren(children);
    }

    private static Node replaced(Node node, int at, Node child) {
        List<Node> children = new ArrayList<>(node.children());
        children.set(at, child);
        return node.withChildren(children);
    }

    private boolean isKept(Node smaller) {
        try {
            grammar.check(smaller, Reaction.LENIENT);
            return true;
        } catch (BusException e) {
            return false;
        }
    }

    private static long size(Node node) {
        return 1
                + node.text().length()
                + 4L * node.attributes().size()
                + node.children().stream().mapToLong(ShrinkableTree::size).sum();
    }
}
