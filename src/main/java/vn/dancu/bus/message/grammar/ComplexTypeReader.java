package vn.dancu.bus.message.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.dancu.bus.message.grammar.Rule.AttributeRule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.Rule.Step;

/** Reads one complex type. */
final class ComplexTypeReader {

    private final BiFunction<Element, String, Rule> types;
    private final List<AttributeRule> attributes = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private @Nullable TextRule text;
    private boolean openAttributes;
    private boolean ordered = true;
    private boolean open;

    ComplexTypeReader(BiFunction<Element, String, Rule> types) {
        this.types = types;
    }

    Complex read(QName name, Element type) {
        SchemaReader.children(type).forEach(this::part);
        return new Complex(name, attributes, openAttributes, text, steps, ordered, open);
    }

    private void part(Element part) {
        switch (part.getLocalName()) {
            case "sequence" -> SchemaReader.children(part).forEach(this::step);
            case "choice" -> choice(part);
            case "complexContent", "simpleContent" ->
                SchemaReader.children(part).forEach(this::part);
            case "extension" -> extension(part);
            case "attribute" ->
                attributes.add(new AttributeRule(
                        isQualified(part) ? namespace(part) : "",
                        part.getAttribute("name"),
                        (TextRule) types.apply(part, "type"),
                        part.getAttribute("use").equals("required")));
            case "anyAttribute" -> openAttributes = true;
            default -> throw unknown(part);
        }
    }

    private void extension(Element extension) {
        Rule base = types.apply(extension, "base");
        if (base instanceof TextRule simple) {
            text = simple;
        } else if (base instanceof Complex complex) {
            attributes.addAll(complex.attributes());
            steps.addAll(complex.steps());
            ordered = complex.isOrdered();
            open = complex.isOpen();
            openAttributes = complex.hasOpenAttributes();
            text = complex.text();
        } else {
            throw unknown(extension);
        }
        SchemaReader.children(extension).forEach(this::part);
    }

    private void step(Element step) {
        switch (step.getLocalName()) {
            case "element" -> add(step, List.of(step), occurs(step, "minOccurs"), occurs(step, "maxOccurs"));
            case "choice" -> choice(step);
            case "any" -> open = true;
            default -> throw unknown(step);
        }
    }

    // A choice without end is how a schema says "in any order"; how often each stands is then said by an attribute of
    // ours.
    private void choice(Element choice) {
        int max = occurs(choice, "maxOccurs");
        List<Element> elements = new ArrayList<>();
        for (Element child : SchemaReader.children(choice)) {
            switch (child.getLocalName()) {
                case "element" -> elements.add(child);
                case "any" -> open = true;
                default -> throw unknown(child);
            }
        }
        if (max == Rule.UNBOUNDED) {
            ordered = false;
            elements.forEach(this::unordered);
        } else {
            add(choice, elements, occurs(choice, "minOccurs"), max);
        }
    }

    private void unordered(Element element) {
        String occurs = element.getAttributeNS(SchemaReader.OURS, "occurs");
        int min = occurs.startsWith("1") ? 1 : 0;
        int max = occurs.endsWith("n") ? Rule.UNBOUNDED : 1;
        add(element, List.of(element), min, max);
    }

    private void add(Element where, List<Element> elements, int min, int max) {
        int step = steps.size();
        int ordinal = steps.stream()
                .mapToInt(earlier -> earlier.alternatives().size())
                .sum();
        List<ElementRule> alternatives = new ArrayList<>();
        for (Element element : elements) {
            String name = element.getAttribute("name").intern();
            boolean twice = steps.stream()
                    .flatMap(earlier -> earlier.alternatives().stream())
                    .anyMatch(earlier -> earlier.name().equals(name));
            if (twice) {
                throw new IllegalStateException("The grammar takes " + name + " at one place of a type only");
            }
            boolean repeats = max > 1 || occurs(element, "maxOccurs") > 1;
            alternatives.add(
                    new ElementRule(namespace(element), name, types.apply(element, "type"), ordinal++, step, repeats));
        }
        if (alternatives.isEmpty()) {
            throw unknown(where);
        }
        steps.add(new Step(List.copyOf(alternatives), min, max));
    }

    private static boolean isQualified(Element attribute) {
        String form = attribute.getAttribute("form");
        return form.isEmpty()
                ? schema(attribute).getAttribute("attributeFormDefault").equals("qualified")
                : form.equals("qualified");
    }

    private static String namespace(Element within) {
        return schema(within).getAttribute("targetNamespace").intern();
    }

    private static Element schema(Element within) {
        return within.getOwnerDocument().getDocumentElement();
    }

    private static int occurs(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        if (value.equals("unbounded")) {
            return Rule.UNBOUNDED;
        }
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }

    private static IllegalStateException unknown(Element part) {
        return new IllegalStateException("The grammar does not know xs:" + part.getLocalName() + " here");
    }
}
