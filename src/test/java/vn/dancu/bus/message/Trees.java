package vn.dancu.bus.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.dancu.bus.message.Node.Attribute;

/** Trees compared where their order says nothing, and the files of examples. */
public final class Trees {

    private Trees() {}

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

    /** The message of a file. */
    public static Message read(MessageFormat format, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return format.read(in);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
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
