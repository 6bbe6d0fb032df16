package vn.dancu.bus.shelf.lint;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads Camel's XML into the tree that its YAML would give, each part at its line and column: Camel itself never reads XML of an
 * operator. What the tree cannot say becomes a key that the vocabulary does not have.
 */
final class RouteXml {

    private static final String DOCUMENT_TYPE = "a document type is not allowed";
    private static final int MAX_DEPTH = 24;
    private static final Set<String> NAMESPACES =
            Set.of("", "http://camel.apache.org/schema/spring", "http://camel.apache.org/schema/xml-io");
    private static final Set<String> WRAPPERS =
            Set.of("camel", "beans", "routes", "routeTemplates", "templatedRoutes", "routeConfigurations");

    /** Elements whose steps stand beside their other children. */
    private static final Set<String> STEPPED =
            Set.of("route", "when", "otherwise", "filter", "multicast", "onException");

    private static final Set<String> NO_STEPS = Set.of(
            "description",
            "from",
            "when",
            "otherwise",
            "constant",
            "simple",
            "exception",
            "handled",
            "continued",
            "redeliveryPolicy",
            "templateParameter",
            "parameter");

    /** Children that may be several, and the key of their list. */
    private static final Map<String, String> LISTS = Map.of(
            "when", "when", "exception", "exception", "templateParameter", "parameters", "parameter", "parameters");

    private final XMLStreamReader reader;

    private RouteXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The text is no XML that is taken. */
    static final class Refused extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        final int line;
        final int column;

        Refused(String rule, Location at) {
            super(rule);
            this.line = Math.max(1, at.getLineNumber());
            this.column = Math.max(1, at.getColumnNumber());
        }
    }

    private record Element(
            String name, Map<String, String> attributes, List<Element> children, String text, Mark mark) {}

    /**
     * The items of a file.
     *
     * @throws Refused when it is no well-formed XML, or holds more than elements, attributes, texts and comments
     */
    static SequenceNode read(String text) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new RouteXml(factory.createXMLStreamReader(new StringReader(text))).document();
        } catch (XMLStreamException e) {
            throw new Refused("is not well-formed XML", e.getLocation());
        }
    }

    private SequenceNode document() throws XMLStreamException {
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw refused("the encoding is UTF-8");
        }
        next();
        Element root = element(1);
        while (reader.hasNext()) {
            next();
        }
        List<Node> items = new ArrayList<>();
        addItems(root, items);
        return new SequenceNode(Tag.SEQ, true, items, root.mark(), root.mark(), FlowStyle.BLOCK);
    }

    private Refused refused(String rule) {
        return new Refused(rule, reader.getLocation());
    }

    /** The next event but comments and white space around the root. */
    private int next() throws XMLStreamException {
        int event = reader.next();
        while (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.SPACE) {
            event = reader.next();
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw refused(DOCUMENT_TYPE);
        }
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            throw refused("processing instructions are not allowed");
        }
        return event;
    }

    private Element element(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw refused("there are at most " + MAX_DEPTH + " levels");
        }
        Mark mark = mark(reader.getLocation());
        String name = named(reader.getNamespaceURI(), reader.getLocalName());
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            if (!"xsi".equals(prefix)) {
                String local = reader.getAttributeLocalName(i);
                attributes.put(
                        prefix == null || prefix.isEmpty() ? local : prefix + ":" + local, reader.getAttributeValue(i));
            }
        }
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else {
                text.append(reader.getText());
            }
        }
        return new Element(name, attributes, children, joined(text.toString()), mark);
    }

    /** A text that goes over several lines is one line. */
    private static String joined(String text) {
        return text.strip().replaceAll("[ \\t]*[\\n\\t][ \\t\\n]*", " ");
    }

    private static String named(@Nullable String namespace, String name) {
        return NAMESPACES.contains(namespace == null ? "" : namespace) ? name : "{" + name + "}";
    }

    private static Mark mark(Location at) {
        return new Mark(
                "xml", at.getCharacterOffset(), at.getLineNumber() - 1, at.getColumnNumber() - 1, new int[0], 0);
    }

    private static void addItems(Element element, List<Node> items) {
        if (WRAPPERS.contains(element.name())) {
            element.children().forEach(child -> addItems(child, items));
        } else {
            items.add(mapping(element.mark(), List.of(tuple(element.name(), element))));
        }
    }

    private static NodeTuple tuple(String key, Element element) {
        return new NodeTuple(scalar(key, element.mark()), value(element));
    }

    private static Node value(Element element) {
        List<NodeTuple> tuples = new ArrayList<>();
        element.attributes()
                .forEach((name, value) ->
                        tuples.add(new NodeTuple(scalar(name, element.mark()), scalar(value, element.mark()))));
        if (!element.text().isEmpty()) {
            if (tuples.isEmpty() && element.children().isEmpty()) {
                return scalar(element.text(), element.mark());
            }
            tuples.add(new NodeTuple(scalar("expression", element.mark()), scalar(element.text(), element.mark())));
        }
        addChildren(element, tuples);
        return mapping(element.mark(), tuples);
    }

    private static void addChildren(Element element, List<NodeTuple> tuples) {
        Map<String, List<Node>> lists = new LinkedHashMap<>();
        List<Node> steps = new ArrayList<>();
        List<NodeTuple> from = new ArrayList<>();
        for (Element child : element.children()) {
            String list = LISTS.get(child.name());
            if (list != null) {
                lists.computeIfAbsent(list, key -> new ArrayList<>()).add(value(child));
            } else if (STEPPED.contains(element.name()) && !NO_STEPS.contains(child.name())) {
                steps.add(mapping(child.mark(), List.of(tuple(child.name(), child))));
            } else if (element.name().equals("routeConfiguration")
                    && child.name().equals("onException")) {
                lists.computeIfAbsent("onException", key -> new ArrayList<>())
                        .add(mapping(child.mark(), List.of(tuple(child.name(), child))));
            } else {
                (child.name().equals("from") ? from : tuples).add(tuple(child.name(), child));
            }
        }
        lists.forEach((key, items) -> tuples.add(listTuple(key, items)));
        if (!steps.isEmpty() && from.isEmpty()) {
            tuples.add(listTuple("steps", steps));
        }
        for (NodeTuple source : from) {
            boolean takesSteps = !steps.isEmpty() && source.getValueNode() instanceof MappingNode;
            tuples.add(takesSteps ? withSteps(source, (MappingNode) source.getValueNode(), steps) : source);
        }
    }

    private static NodeTuple withSteps(NodeTuple source, MappingNode from, List<Node> steps) {
        List<NodeTuple> tuples = new ArrayList<>(from.getValue());
        tuples.add(listTuple("steps", steps));
        return new NodeTuple(source.getKeyNode(), mapping(from.getStartMark(), tuples));
    }

    private static NodeTuple listTuple(String key, List<Node> items) {
        Mark mark = items.get(0).getStartMark();
        return new NodeTuple(scalar(key, mark), new SequenceNode(Tag.SEQ, true, items, mark, mark, FlowStyle.BLOCK));
    }

    private static MappingNode mapping(Mark mark, List<NodeTuple> tuples) {
        return new MappingNode(Tag.MAP, true, tuples, mark, mark, FlowStyle.BLOCK);
    }

    private static ScalarNode scalar(String text, Mark mark) {
        return new ScalarNode(Tag.STR, text, mark, mark, ScalarStyle.DOUBLE_QUOTED);
    }
}
