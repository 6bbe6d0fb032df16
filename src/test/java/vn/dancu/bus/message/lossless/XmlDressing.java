package vn.dancu.bus.message.lossless;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.grammar.Rule;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.TextRule;

/**
 * Writes a message as XML in one of the many ways that say the same: prefixes of any name, declared anywhere and again; CDATA
 * sections, character references, comments and processing instructions anywhere; attributes in any order and quotes; white
 * space where it says nothing; with or without declaration and byte order mark.
 */
final class XmlDressing {

    private static final List<String> DECLARATIONS = List.of(
            "",
            "",
            "<?xml version=\"1.0\"?>",
            "<?xml version='1.0' encoding='utf-8'?>\n",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n");
    private static final List<String> LAYOUT = List.of("", "", "\n  ", " ", "\r\n\t");

    private final Grammar grammar;
    private final Chance chance;
    private final TextDressing texts;
    private final StringBuilder xml = new StringBuilder(2048);

    private XmlDressing(Grammar grammar, Chance chance) {
        this.grammar = grammar;
        this.chance = chance;
        this.texts = new TextDressing(chance, xml);
    }

    /** The document in UTF-8. */
    static byte[] of(Grammar grammar, Node root, Chance chance) {
        return new XmlDressing(grammar, chance).document(root).getBytes(StandardCharsets.UTF_8);
    }

    private String document(Node root) {
        xml.append(chance.oneIn(10) ? "\uFEFF" : "").append(chance.of(DECLARATIONS));
        texts.asides();
        element(root, grammar.root(root.name()), grammar.namespace(), new Prefixes(chance));
        texts.asides();
        return xml.toString();
    }

    private void element(Node node, Rule rule, String ownNamespace, Prefixes outer) {
        Prefixes prefixes = outer.within();
        String namespace = node.namespace() == null ? ownNamespace : Objects.requireNonNull(node.namespace());
        String name = prefixes.element(namespace, node.name());
        List<String> attributes = new ArrayList<>();
        for (Attribute attribute : node.attributes()) {
            attributes.add(prefixes.attribute(attribute.namespace(), attribute.name()) + "="
                    + texts.quoted(attribute.value()));
        }
        prefixes.declarations()
                .forEach((prefix, uri) ->
                        attributes.add((prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix) + "=" + texts.quoted(uri)));
        chance.shuffle(attributes);
        xml.append('<').append(name);
        attributes.forEach(
                attribute -> xml.append(chance.oneIn(8) ? "\n  " : " ").append(attribute));
        int start = xml.length();
        content(node, rule, prefixes);
        if (xml.length() == start && chance.oneIn(2)) {
            xml.append("/>");
            return;
        }
        xml.insert(start, '>').append("</").append(name).append(chance.oneIn(20) ? " >" : ">");
    }

    private void content(Node node, Rule rule, Prefixes prefixes) {
        TextRule text = Rule.textOf(rule);
        if (text != null && text.kind() == TextRule.Kind.BINARY) {
            texts.base64(node.content() == null ? node.text() : encoded(node.content()));
            return;
        }
        if (node.children().isEmpty()) {
            texts.text(node.text(), text != null && text.kind().collapses());
            return;
        }
        boolean mixed = node.children().stream().anyMatch(child -> child.name().equals(Node.TEXT));
        for (Node child : node.children()) {
            if (child.name().equals(Node.TEXT)) {
                texts.text(child.text(), false);
                continue;
            }
            layout(mixed);
            ElementRule known = rule instanceof Complex complex ? grammar.element(complex, child) : null;
            if (known == null) {
                element(child, new Rule.Kept(), grammar.namespace(), prefixes);
            } else {
                element(child, known.rule(), known.namespace(), prefixes);
            }
        }
        layout(mixed);
    }

    private void layout(boolean mixed) {
        if (!mixed) {
            xml.append(chance.of(LAYOUT));
            texts.asides();
        }
    }

    private static String encoded(Content content) {
        try (InputStream in = content.open()) {
            return Base64.getEncoder().encodeToString(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
