package vn.dancu.bus.message.grammar;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node.Attribute;

/** What an element may hold. */
public sealed interface Rule permits TextRule, Rule.Complex, Rule.Kept {

    /** The largest number of times where the schema says unbounded. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** Whether what it holds are bytes in base64. */
    static boolean isBinary(Rule rule) {
        TextRule text = textOf(rule);
        return text != null && text.kind() == TextRule.Kind.BINARY;
    }

    /** The text that it holds, with attributes beside it or without; null where it holds elements. */
    static @Nullable TextRule textOf(Rule rule) {
        return rule instanceof Complex complex ? complex.text() : rule instanceof TextRule text ? text : null;
    }

    /** The name of the type in the schema; null where any may stand. */
    @Nullable
    QName type();

    /** Whatever stands there is kept as it is (xs:anyType). */
    record Kept() implements Rule {
        @Override
        public @Nullable QName type() {
            return null;
        }
    }

    /**
     * An attribute.
     *
     * @param namespace in XML; empty for none, which is usual
     * @param required whether it must be there
     */
    record AttributeRule(String namespace, String name, TextRule text, boolean required) {}

    /**
     * An element within another.
     *
     * @param namespace in XML: the family's, or that of a schema which the family's imports
     * @param ordinal which of its parent's elements it is
     * @param step the place in the order of its parent; elements of one choice share it
     * @param repeats whether the schema lets it stand more than once, so that it is an array in JSON
     */
    record ElementRule(String namespace, String name, Rule rule, int ordinal, int step, boolean repeats) {}

    /** One step of the content: an element or a choice of several, and how many of them together. */
    record Step(List<ElementRule> alternatives, int min, int max) {

        String names() {
            return String.join(
                    " or ", alternatives.stream().map(ElementRule::name).toList());
        }
    }

    /** Attributes, and elements or text. */
    final class Complex implements Rule {

        // How many elements after the last one are compared before the map is asked.
        private static final int LOOKAHEAD = 4;

        private final QName type;
        private final Map<String, AttributeRule> attributes = new LinkedHashMap<>();
        private final boolean openAttributes;
        private final @Nullable TextRule text;
        private final List<Step> steps;
        private final Map<String, ElementRule> elements;
        private final ElementRule[] sequence;
        private final int[] minOccurs;
        private final int[] maxOccurs;
        private final boolean ordered;
        private final boolean open;

        Complex(
                QName type,
                Collection<AttributeRule> attributes,
                boolean openAttributes,
                @Nullable TextRule text,
                List<Step> steps,
                boolean ordered,
                boolean open) {
            this.type = type;
            attributes.forEach(attribute -> this.attributes.put(attribute.name(), attribute));
            this.openAttributes = openAttributes;
            this.text = text;
            this.steps = List.copyOf(steps);
            this.ordered = ordered;
            this.open = open;
            Map<String, ElementRule> byName = new HashMap<>();
            steps.forEach(step -> step.alternatives().forEach(element -> byName.put(element.name(), element)));
            this.elements = byName;
            this.minOccurs = steps.stream().mapToInt(Step::min).toArray();
            this.maxOccurs = steps.stream().mapToInt(Step::max).toArray();
            this.sequence =
                    steps.stream().flatMap(step -> step.alternatives().stream()).toArray(ElementRule[]::new);
        }

        /** The name of its type in the schema. */
        public String name() {
            return type.getLocalPart();
        }

        @Override
        public QName type() {
            return type;
        }

        /** The element of that name in the family; null where there is none. */
        public @Nullable ElementRule element(String name) {
            return elements.get(name);
        }

        /**
         * The same, asked for in the order of the schema, which is how elements nearly always come: the ones after the last
         * are tried first. Names of schema and parser are interned, so that being the same object is being equal.
         *
         * @param last the ordinal of the element before; 0 at the start
         */
        @SuppressWarnings({"StringEquality", "ReferenceEquality"})
        public @Nullable ElementRule element(String name, int last) {
            int end = Math.min(last + LOOKAHEAD, sequence.length);
            for (int i = last; i < end; i++) {
                if (sequence[i].name() == name) {
                    return sequence[i];
                }
            }
            return elements.get(name);
        }

        /** The attribute of that local name; null where there is none. */
        public @Nullable AttributeRule attribute(String local) {
            return attributes.get(local);
        }

        /** The rule of that attribute; null where the type does not know it. */
        public @Nullable AttributeRule attribute(Attribute attribute) {
            AttributeRule known = attributes.get(attribute.name());
            return known != null && known.namespace().equals(attribute.namespace()) ? known : null;
        }

        public Collection<AttributeRule> attributes() {
            return attributes.values();
        }

        /** Whether these attributes are right. */
        public boolean accepts(List<Attribute> given) {
            if (given.isEmpty() && attributes.isEmpty()) {
                return true;
            }
            int required = 0;
            for (Attribute attribute : given) {
                AttributeRule known = attribute(attribute);
                boolean right = known == null
                        ? openAttributes && !attribute.namespace().isEmpty()
                        : known.text().accepts(attribute.value());
                if (!right) {
                    return false;
                }
                required += known != null && known.required() ? 1 : 0;
            }
            return required
                    == attributes.values().stream()
                            .filter(AttributeRule::required)
                            .count();
        }

        /** Whether attributes of other namespaces may stand here. */
        public boolean hasOpenAttributes() {
            return openAttributes;
        }

        /** The text, where there are attributes beside it and no elements; null otherwise. */
        public @Nullable TextRule text() {
            return text;
        }

        /** The content in the order of the schema. */
        public List<Step> steps() {
            return steps;
        }

        boolean isOfOneNamespace(String namespace) {
            return elements.values().stream()
                    .allMatch(element -> element.namespace().equals(namespace));
        }

        int min(int step) {
            return minOccurs[step];
        }

        int max(int step) {
            return maxOccurs[step];
        }

        /** Whether one step lets several elements stand. */
        public boolean hasChoice(int step) {
            return steps.get(step).alternatives().size() > 1;
        }

        /** Whether the elements stand in the order of the steps; otherwise they are read by name. */
        public boolean isOrdered() {
            return ordered;
        }

        /** Whether elements of other namespaces may stand here. */
        public boolean isOpen() {
            return open;
        }
    }
}
