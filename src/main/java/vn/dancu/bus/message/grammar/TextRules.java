package vn.dancu.bus.message.grammar;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads a simple type that restricts xs:token; its English documentation is the rule told to the asker. */
final class TextRules {

    private TextRules() {}

    static Rule.Text of(Element simpleType) {
        String name = simpleType.getAttribute("name");
        int minLength = 0;
        int maxLength = Integer.MAX_VALUE;
        @Nullable Pattern pattern = null;
        Set<String> allowed = new LinkedHashSet<>();
        for (Element facet : SchemaReading.children(restriction(simpleType))) {
            String value = facet.getAttribute("value");
            switch (facet.getLocalName()) {
                case "pattern" -> pattern = Pattern.compile(value);
                case "enumeration" -> allowed.add(value);
                case "minLength" -> minLength = Integer.parseInt(value);
                case "maxLength" -> maxLength = Integer.parseInt(value);
                default -> throw new IllegalStateException("The grammar does not know the facet in " + name);
            }
        }
        return new Rule.Text(words(simpleType), minLength, maxLength, pattern, Set.copyOf(allowed));
    }

    private static Element restriction(Element simpleType) {
        Element restriction = SchemaReading.children(simpleType).get(0);
        if (!restriction.getAttribute("base").equals("xs:token")) {
            throw new IllegalStateException(simpleType.getAttribute("name") + " does not restrict xs:token");
        }
        return restriction;
    }

    private static String words(Element simpleType) {
        NodeList documentation = simpleType.getElementsByTagNameNS("*", "documentation");
        for (int i = 0; i < documentation.getLength(); i++) {
            Element text = (Element) documentation.item(i);
            if (text.getAttribute("xml:lang").equals("en")) {
                return text.getTextContent().strip();
            }
        }
        throw new IllegalStateException(simpleType.getAttribute("name") + " has no English rule");
    }
}
