package vn.dancu.bus.shelf.lint;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Brings what visual designers and XML say shorter into the one form that the vocabulary describes, and writes that form: what
 * Camel loads is what was checked. It adds nothing that the vocabulary would not look at.
 */
final class CanonicalForm {

    private static final int NO_WRAP = 100_000;
    private static final int FEW_LETTERS = 20;

    /** Steps that are also written as one text, and the key that the text is. */
    private static final Map<String, String> TEXTS = Map.of(
            "to", "uri",
            "wireTap", "uri",
            "removeHeaders", "pattern",
            "custom", "ref",
            "constant", "expression",
            "simple", "expression");

    private static final Set<String> WITH_EXPRESSION = Set.of("setHeader", "setProperty", "filter", "when");
    private static final Set<String> LANGUAGES = Set.of("constant", "simple");

    private final String id;
    private final @Nullable RouteDefaults defaults;
    private int nameless;

    /** @param id of a route that has none, and whose file has this name */
    CanonicalForm(String id, @Nullable RouteDefaults defaults) {
        this.id = id;
        this.defaults = defaults;
    }

    /** The item in that form. */
    Node item(Node item) {
        Node shaped = shaped("", item);
        if (defaults == null
                || !(shaped instanceof MappingNode mapping)
                || mapping.getValue().size() != 1) {
            return shaped;
        }
        String key = text(mapping.getValue().get(0).getKeyNode());
        Node value = mapping.getValue().get(0).getValueNode();
        if (key.equals("from")) {
            NodeTuple from = mapping.getValue().get(0);
            return wrapped("route", completed(List.of(from), value.getStartMark()), mapping.getStartMark());
        }
        return key.equals("route") && value instanceof MappingNode route
                ? wrapped("route", completed(route.getValue(), route.getStartMark()), mapping.getStartMark())
                : shaped;
    }

    /** The text of that item, as a file of one. */
    static String text(List<Node> items) {
        DumperOptions options = new DumperOptions();
        options.setWidth(NO_WRAP);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        StringWriter text = new StringWriter();
        List<Node> plain = items.stream().map(CanonicalForm::plain).toList();
        Mark mark = items.get(0).getStartMark();
        new Yaml(options).serialize(new SequenceNode(Tag.SEQ, true, plain, mark, mark, FlowStyle.BLOCK), text);
        return text.toString();
    }

    /** The same without any style of its own. */
    private static Node plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping(
                    mapping.getValue().stream()
                            .map(tuple -> new NodeTuple(plain(tuple.getKeyNode()), plain(tuple.getValueNode())))
                            .toList(),
                    node.getStartMark());
        }
        return node instanceof SequenceNode sequence
                ? sequence(
                        sequence.getValue().stream().map(CanonicalForm::plain).toList(), node.getStartMark())
                : scalar(text(node), node.getStartMark());
    }

    private MappingNode completed(List<NodeTuple> route, Mark mark) {
        List<NodeTuple> tuples = new ArrayList<>(route);
        RouteDefaults given = Objects.requireNonNull(defaults);
        if (value(route, "id").isEmpty()) {
            nameless++;
            addMissing(tuples, "id", nameless > 1 ? id + "-" + nameless : id, mark);
        }
        describe(tuples, given, mark);
        addMissing(tuples, "routeConfigurationId", given.errors(), mark);
        return mapping(tuples, mark);
    }

    /** The words of the designer, as short as they may be, and what the bundle is for. */
    private static void describe(List<NodeTuple> tuples, RouteDefaults given, Mark mark) {
        String own = value(tuples, "description").map(CanonicalForm::text).orElse("");
        if (own.isEmpty()) {
            addMissing(tuples, "description", given.description(), mark);
        } else if (own.length() < FEW_LETTERS) {
            tuples.replaceAll(tuple -> text(tuple.getKeyNode()).equals("description")
                    ? new NodeTuple(tuple.getKeyNode(), scalar(own + ". " + given.description(), mark))
                    : tuple);
        }
    }

    private static void addMissing(List<NodeTuple> tuples, String key, String text, Mark mark) {
        if (value(tuples, key).isEmpty()) {
            tuples.add(new NodeTuple(scalar(key, mark), scalar(text, mark)));
        }
    }

    private Node shaped(String key, Node node) {
        if (node instanceof SequenceNode sequence) {
            String of = key.equals("when") ? key : "";
            return sequence(
                    sequence.getValue().stream().map(item -> shaped(of, item)).toList(), node.getStartMark());
        }
        if (node instanceof MappingNode mapping) {
            return shaped(key, mapping);
        }
        String attribute = TEXTS.get(key);
        return attribute == null
                ? node
                : withParameters(
                        List.of(new NodeTuple(scalar(attribute, node.getStartMark()), node)), node.getStartMark());
    }

    private Node shaped(String key, MappingNode mapping) {
        List<NodeTuple> tuples = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode());
            Node value = name.equals("parameters") && !(tuple.getValueNode() instanceof SequenceNode)
                    ? tuple.getValueNode()
                    : shaped(name, tuple.getValueNode());
            boolean isBare = WITH_EXPRESSION.contains(key) && LANGUAGES.contains(name);
            tuples.add(
                    isBare
                            ? new NodeTuple(
                                    scalar("expression", tuple.getKeyNode().getStartMark()),
                                    mapping(
                                            List.of(new NodeTuple(tuple.getKeyNode(), value)),
                                            tuple.getKeyNode().getStartMark()))
                            : new NodeTuple(tuple.getKeyNode(), value));
        }
        return withParameters(tuples, mapping.getStartMark());
    }

    /** What stands behind a question mark is written as parameters. */
    private static MappingNode withParameters(List<NodeTuple> tuples, Mark mark) {
        Optional<ScalarNode> uri = value(tuples, "uri")
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .filter(node -> node.getValue().indexOf('?') > 0);
        if (uri.isEmpty()) {
            return mapping(tuples, mark);
        }
        String[] halves = uri.get().getValue().split("\\?", 2);
        Mark at = uri.get().getStartMark();
        List<NodeTuple> parameters = new ArrayList<>();
        for (String pair : halves[1].split("&")) {
            String[] sides = pair.split("=", 2);
            parameters.add(new NodeTuple(scalar(sides[0], at), scalar(sides.length > 1 ? sides[1] : "", at)));
        }
        List<NodeTuple> rest = new ArrayList<>();
        for (NodeTuple tuple : tuples) {
            String key = text(tuple.getKeyNode());
            if (key.equals("parameters") && tuple.getValueNode() instanceof MappingNode given) {
                parameters.addAll(given.getValue());
            } else {
                rest.add(key.equals("uri") ? new NodeTuple(tuple.getKeyNode(), scalar(halves[0], at)) : tuple);
            }
        }
        rest.add(new NodeTuple(scalar("parameters", at), mapping(parameters, at)));
        return mapping(rest, mark);
    }

    static Optional<Node> value(List<NodeTuple> tuples, String key) {
        return tuples.stream()
                .filter(tuple -> text(tuple.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Node wrapped(String key, Node value, Mark mark) {
        return mapping(List.of(new NodeTuple(scalar(key, mark), value)), mark);
    }

    private static MappingNode mapping(List<NodeTuple> tuples, Mark mark) {
        return new MappingNode(Tag.MAP, true, tuples, mark, mark, FlowStyle.BLOCK);
    }

    private static SequenceNode sequence(List<Node> items, Mark mark) {
        return new SequenceNode(Tag.SEQ, true, items, mark, mark, FlowStyle.BLOCK);
    }

    private static ScalarNode scalar(String text, Mark mark) {
        return new ScalarNode(Tag.STR, text, mark, mark, ScalarStyle.DOUBLE_QUOTED);
    }
}
