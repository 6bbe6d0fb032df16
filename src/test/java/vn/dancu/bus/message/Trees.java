package vn.dancu.bus.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.dancu.bus.message.Node.Attribute;

/** Trees of files, read by the parser of the JDK, and compared where their order says nothing. */
public final class Trees {

    private Trees() {}

    /** The tree of a document; elements of that namespace are the family's own. */
    public static Node of(Path file, String namespace) {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return of(factory.newDocumentBuilder().parse(in).getDocumentElement(), namespace);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static Node of(Element element, String namespace) {
        List<Node> children = new ArrayList<>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(of(inner, namespace));
            }
        }
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                String of = attribute.getNamespaceURI() == null ? "" : attribute.getNamespaceURI();
                attributes.add(new Attribute(of, attribute.getLocalName(), attribute.getValue()));
            }
        }
        String own = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        String text = children.isEmpty() ? element.getTextContent().strip() : "";
        return new Node(own.equals(namespace) ? null : own, element.getLocalName(), attributes, text, null, children);
    }

    /** The same tree with its elements by name, those of one name as they stand, and without a namespace where it is own. */
    public static Node sorted(Node node) {
        List<Node> children = node.children().stream()
                .map(Trees::sorted)
                .sorted(Comparator.comparing(Node::name))
                .toList();
        List<Attribute> attributes = node.attributes().stream()
                .sorted(Comparator.comparing(Attribute::name))
                .toList();
        return new Node(
                node.isOwn() ? null : node.namespace(), node.name(), attributes, node.text(), node.content(), children);
    }

    /** The files of a folder with that end. */
    public static Stream<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }
}
