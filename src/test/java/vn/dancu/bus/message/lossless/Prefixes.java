package vn.dancu.bus.message.lossless;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;

/** The prefixes that are in scope at one element, and those that it declares itself. */
final class Prefixes {

    private static final List<String> NAMES = List.of("a", "b", "ns1", "ns2", "edXML", "xs", "p-1", "_", "tiền", "x.y");

    private final Chance chance;
    private final Map<String, String> scope;
    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    Prefixes(Chance chance) {
        this(chance, Map.of("", ""));
    }

    private Prefixes(Chance chance, Map<String, String> outer) {
        this.chance = chance;
        this.scope = new HashMap<>(outer);
    }

    Prefixes within() {
        return new Prefixes(chance, scope);
    }

    Map<String, String> declarations() {
        return declared;
    }

    /** The name of an element as it is written. */
    String element(String namespace, String name) {
        if (namespace.equals(XMLConstants.XML_NS_URI)) {
            return "xml:" + name;
        }
        if (namespace.isEmpty()) {
            if (!scope.get("").isEmpty()) {
                declare("", "");
            }
            return name;
        }
        if (scope.get("").equals(namespace) && !chance.oneIn(6)) {
            return name;
        }
        if (chance.oneIn(3)) {
            declare("", namespace);
            return name;
        }
        return prefix(namespace) + ":" + name;
    }

    /** The name of an attribute as it is written; one without prefix has no namespace. */
    String attribute(String namespace, String name) {
        if (namespace.isEmpty()) {
            return name;
        }
        return (namespace.equals(XMLConstants.XML_NS_URI) ? "xml" : prefix(namespace)) + ":" + name;
    }

    private String prefix(String namespace) {
        if (!chance.oneIn(10)) {
            for (Map.Entry<String, String> known : scope.entrySet()) {
                if (known.getValue().equals(namespace) && !known.getKey().isEmpty()) {
                    used.add(known.getKey());
                    return known.getKey();
                }
            }
        }
        // A prefix that this element uses in its outer meaning cannot get another one here.
        String prefix = chance.of(NAMES);
        while (declared.containsKey(prefix) || used.contains(prefix)) {
            prefix = prefix + "1";
        }
        declare(prefix, namespace);
        return prefix;
    }

    private void declare(String prefix, String namespace) {
        declared.put(prefix, namespace);
        scope.put(prefix, namespace);
    }
}
