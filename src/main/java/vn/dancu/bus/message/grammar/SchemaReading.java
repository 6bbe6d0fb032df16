package vn.dancu.bus.message.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.dancu.bus.message.grammar.Rule.Particle;
import vn.dancu.bus.message.grammar.Rule.Sequence;

/**
 * Reads the part of XML Schema that our questions use: global elements with named types; sequences of elements or one
 * choice of elements; extension of a sequence; simple types that restrict xs:token. Anything else is refused, so that no
 * rule of the contract is passed over silently.
 */
final class SchemaReading {

    private final String namespace;
    private final Map<String, Element> types = new HashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Rule> roots = new LinkedHashMap<>();

    private SchemaReading(Element schema) {
        namespace = schema.getAttribute("targetNamespace");
        for (Element child : children(schema)) {
            if (!child.getLocalName().equals("element")) {
                types.put(child.getAttribute("name"), child);
            }
        }
        for (Element child : children(schema)) {
            if (child.getLocalName().equals("element")) {
                roots.put(child.getAttribute("name"), ruleOf(child.getAttribute("type")));
            }
        }
    }

    static SchemaReading of(String resource) {
        try (InputStream in = SchemaReading.class.getResourceAsStream("/" + resource)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new SchemaReading(factory.newDocumentBuilder()
                    .parse(Objects.requireNonNull(in, resource))
                    .getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The schema " + resource + " cannot be read", e);
        }
    }

    String namespace() {
        return namespace;
    }

    Map<String, Rule> roots() {
        return Map.copyOf(roots);
    }

    private Rule ruleOf(String prefixedType) {
        String name = prefixedType.substring(prefixedType.indexOf(':') + 1);
        Rule known = rules.get(name);
        if (known != null) {
            return known;
        }
        Element type = Objects.requireNonNull(types.get(name), () -> "The schema has no type " + name);
        Rule rule = type.getLocalName().equals("simpleType")
                ? TextRules.of(type)
                : new Sequence(List.copyOf(particles(type)));
        rules.put(name, rule);
        return rule;
    }

    private List<Particle> particles(Element container) {
        List<Particle> particles = new ArrayList<>();
        for (Element child : children(container)) {
            switch (child.getLocalName()) {
                case "element" -> particles.add(particle(child, List.of(element(child))));
                case "choice" ->
                    particles.add(particle(
                            child, children(child).stream().map(this::element).toList()));
                case "sequence", "complexContent" -> particles.addAll(particles(child));
                case "extension" -> {
                    particles.addAll(((Sequence) ruleOf(child.getAttribute("base"))).particles());
                    particles.addAll(particles(child));
                }
                default -> throw new IllegalStateException("The grammar does not know xs:" + child.getLocalName());
            }
        }
        return particles;
    }

    private Rule.Element element(Element element) {
        return new Rule.Element(element.getAttribute("name"), ruleOf(element.getAttribute("type")));
    }

    private static Particle particle(Element element, List<Rule.Element> alternatives) {
        return new Particle(alternatives, occurs(element, "minOccurs"), occurs(element, "maxOccurs"));
    }

    private static int occurs(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !element.getLocalName().equals("annotation")) {
                children.add(element);
            }
        }
        return children;
    }
}
