package vn.dancu.bus.message.json;

import com.ctc.wstx.io.WstxInputData;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.wire.Tokens;

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
    static final int LONGEST_NAMESPACE = 512;

    /** The name of an element; null where it is none that XML could carry. */
    static @Nullable PropertyName of(String property, Grammar grammar) {
        if (!property.startsWith("{")) {
            return isName(property) ? new PropertyName(null, property) : null;
        }
        // A namespace may have braces in it, a name may not.
        int end = property.lastIndexOf('}');
        if (end < 0 || end > LONGEST_NAMESPACE) {
            return null;
        }
        String namespace = property.substring(1, end);
        String local = property.substring(end + 1);
        boolean usable =
                isName(local) && Tokens.isXml(namespace) && !namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI);
        if (!usable) {
            return null;
        }
        return new PropertyName(namespace.equals(grammar.namespace()) ? null : namespace, local);
    }

    static String of(Node node) {
        return node.namespace() == null ? node.name() : "{" + node.namespace() + "}" + node.name();
    }

    static String of(Attribute attribute) {
        return ATTRIBUTE + "{" + attribute.namespace() + "}" + attribute.name();
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || !WstxInputData.isNameStartChar(name.charAt(0), true, false)) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!WstxInputData.isNameChar(name.charAt(i), true, false)) {
                return false;
            }
        }
        return true;
    }
}
