package vn.dancu.bus.message.typed;

import java.util.List;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/** Which parts of an element its class has a field for. JAXB is shown these alone; the others stay with the origin. */
final class MappedParts {

    /** The rule of what no schema describes. */
    static final Rule KEPT = new Rule.Kept();

    private final Grammar grammar;

    MappedParts(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The child's rule; null where its parent does not know it. */
    @Nullable
    ElementRule known(Rule parent, Node child) {
        return parent instanceof Complex complex ? grammar.element(complex, child) : null;
    }

    /** The same by the name with which JAXB writes the child. */
    @Nullable
    ElementRule known(Rule parent, String namespace, String name) {
        ElementRule known = parent instanceof Complex complex ? complex.element(name) : null;
        return known != null && known.namespace().equals(namespace) ? known : null;
    }

    boolean isMapped(Rule parent, Node child) {
        return parent instanceof Complex complex
                ? known(parent, child) != null || (complex.isOpen() && !child.isOwn())
                : parent instanceof Rule.Kept;
    }

    boolean isMapped(Rule element, Attribute attribute) {
        // JAXB would act on xsi:type and xsi:nil, which the families do not use.
        if (attribute.namespace().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            return false;
        }
        return element instanceof Complex complex
                ? complex.attribute(attribute) != null
                        || (complex.hasOpenAttributes()
                                && !attribute.namespace().isEmpty())
                : element instanceof Rule.Kept;
    }

    List<Attribute> mapped(Rule element, List<Attribute> attributes) {
        return attributes.isEmpty()
                ? attributes
                : attributes.stream().filter(one -> isMapped(element, one)).toList();
    }

    static Rule ruleOf(@Nullable ElementRule known) {
        return known == null ? KEPT : known.rule();
    }

    /** The namespace of an element of the family that stands there. */
    String ownNamespace(@Nullable ElementRule known) {
        return known == null ? grammar.namespace() : known.namespace();
    }
}
