package vn.dancu.bus.message.json;

import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.wire.XmlText;

/**
 * A property's name: an element of the family by its name, one of another namespace as <code>{uri}name</code>, an attribute
 * after {@code @}.
 *
 * @param namespace as in {@link Node#namespace}
 */
record PropertyName(@Nullable String namespace, String local) {

    static final String ATTRIBUTE = "@";
    static final String TEXT = "#text";
    static final String ORDER = "#order";
    static final String MIXED = "#mixed";

    /** The name of an element; null where it is none that XML could carry. */
    static @Nullable PropertyName of(String property) {
        if (!property.startsWith("{")) {
            return XmlText.isName(property) ? new PropertyName(null, property) : null;
        }
        // A namespace may have braces in it, a name may not.
        int end = property.lastIndexOf('}');
        if (end < 0) {
            return null;
        }
        String namespace = property.substring(1, end);
        String local = property.substring(end + 1);
        boolean usable = XmlText.isName(local)
                && XmlText.isXml(namespace)
                && !namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
        return usable ? new PropertyName(namespace, local) : null;
    }

    /** The same name in a parent, where the namespace that the family has there need not be said. */
    PropertyName within(@Nullable Rule parent, Grammar grammar) {
        ElementRule known = parent instanceof Complex complex ? complex.element(local) : null;
        String own = known == null ? grammar.namespace() : known.namespace();
        return own.equals(namespace) ? new PropertyName(null, local) : this;
    }

    static String of(Node node) {
        return node.namespace() == null ? node.name() : "{" + node.namespace() + "}" + node.name();
    }

    static String of(Attribute attribute) {
        return ATTRIBUTE + "{" + attribute.namespace() + "}" + attribute.name();
    }
}
