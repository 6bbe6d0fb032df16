package vn.dancu.bus.message.grammar;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.dancu.bus.message.Bilingual;
import vn.dancu.bus.message.grammar.TextRule.Kind;

/** Simple types: the built-in ones, and restrictions of them whose documentation is the rule that people read. */
final class SimpleTypes {

    private static final Map<String, TextRule> BUILT_IN = Map.ofEntries(
            builtIn("xs:string", Kind.STRING, "văn bản", "text"),
            builtIn("xs:token", Kind.TOKEN, "văn bản", "text"),
            builtIn("xs:anyURI", Kind.URI, "một địa chỉ (URI)", "a URI"),
            builtIn("xs:boolean", Kind.BOOLEAN, "true hoặc false", "true or false"),
            builtIn("xs:int", Kind.INTEGER, "số nguyên", "a whole number"),
            builtIn("xs:integer", Kind.INTEGER, "số nguyên", "a whole number"),
            builtIn("xs:long", Kind.INTEGER, "số nguyên", "a whole number"),
            builtIn("xs:decimal", Kind.DECIMAL, "số", "a number"),
            builtIn("xs:date", Kind.DATE, "ngày dạng yyyy-MM-dd có trong lịch", "a calendar date as yyyy-MM-dd"),
            builtIn("xs:dateTime", Kind.DATE_TIME, "thời điểm dạng ISO 8601", "a moment in ISO 8601"),
            builtIn("xs:base64Binary", Kind.BINARY, "dữ liệu mã hóa base64", "bytes in base64"));

    private SimpleTypes() {}

    private static Map.Entry<String, TextRule> builtIn(String name, Kind kind, String vietnamese, String english) {
        boolean isInt = name.equals("xs:int");
        return Map.entry(
                name,
                new TextRule(
                        new QName(XMLConstants.W3C_XML_SCHEMA_NS_URI, name.substring(name.indexOf(':') + 1)),
                        kind,
                        new Bilingual(vietnamese, english),
                        0,
                        Integer.MAX_VALUE,
                        null,
                        null,
                        Set.of(),
                        Set.of(),
                        isInt ? BigInteger.valueOf(Integer.MIN_VALUE) : null,
                        isInt ? BigInteger.valueOf(Integer.MAX_VALUE) : null));
    }

    static @Nullable TextRule builtIn(String name) {
        return BUILT_IN.get(name);
    }

    static TextRule of(QName type, Element simpleType) {
        Element restriction = SchemaReader.children(simpleType).get(0);
        TextRule base = BUILT_IN.get(restriction.getAttribute("base"));
        if (base == null) {
            throw new IllegalStateException(simpleType.getAttribute("name") + " restricts no built-in type");
        }
        Facets facets = new Facets(base);
        SchemaReader.children(restriction).forEach(facets::add);
        return facets.rule(type, base.kind(), words(simpleType), known(simpleType));
    }

    private static Set<String> known(Element simpleType) {
        String known = simpleType.getAttributeNS(SchemaReader.OURS, "known");
        return known.isEmpty() ? Set.of() : Arrays.stream(known.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static Bilingual words(Element simpleType) {
        return new Bilingual(words(simpleType, "vi"), words(simpleType, "en"));
    }

    private static String words(Element simpleType, String language) {
        NodeList documentation = simpleType.getElementsByTagNameNS("*", "documentation");
        for (int i = 0; i < documentation.getLength(); i++) {
            Element text = (Element) documentation.item(i);
            if (text.getAttribute("xml:lang").equals(language)) {
                return text.getTextContent().strip();
            }
        }
        throw new IllegalStateException(simpleType.getAttribute("name") + " has no rule in language " + language);
    }

    /** The facets of one restriction. */
    private static final class Facets {
        private final Set<String> allowed = new LinkedHashSet<>();
        private int minLength;
        private int maxLength = Integer.MAX_VALUE;
        private @Nullable String regex;
        private @Nullable BigInteger least;
        private @Nullable BigInteger most;

        Facets(TextRule base) {
            least = base.least();
            most = base.most();
        }

        void add(Element facet) {
            String value = facet.getAttribute("value");
            switch (facet.getLocalName()) {
                case "pattern" -> regex = regex == null ? value : regex + "|" + value;
                case "enumeration" -> allowed.add(value);
                case "minLength" -> minLength = Integer.parseInt(value);
                case "maxLength" -> maxLength = Integer.parseInt(value);
                case "length" -> {
                    minLength = Integer.parseInt(value);
                    maxLength = minLength;
                }
                case "minInclusive" -> least = new BigInteger(value);
                case "maxInclusive" -> most = new BigInteger(value);
                case "whiteSpace" -> {} // the built-in type says it
                default ->
                    throw new IllegalStateException("The grammar does not know the facet " + facet.getLocalName());
            }
        }

        TextRule rule(QName type, Kind kind, Bilingual words, Set<String> known) {
            return new TextRule(
                    type,
                    kind,
                    words,
                    minLength,
                    maxLength,
                    regex == null ? null : PatternCompiler.of(regex),
                    regex,
                    Set.copyOf(allowed),
                    known,
                    least,
                    most);
        }
    }
}
