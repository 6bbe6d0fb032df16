package vn.dancu.bus.message.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;

/**
 * Writes plain trees straight as UTF-8, to the byte as {@link TreeWriter} does: elements of one namespace, attributes of
 * none, text without characters that need care. Everything else it leaves to that one. Thread-safe.
 */
final class Utf8TreeWriter {

    private static final int INITIAL_SIZE = 4096;

    /** The longest that one character becomes: an escape such as {@code &amp;}. */
    private static final int MAX_BYTES = 5;

    private final String declaration;

    Utf8TreeWriter(String namespace) {
        this.declaration = " xmlns=\"" + namespace + '"';
    }

    /** The document; null where the tree holds what this does not write. */
    byte @Nullable [] write(Node root) {
        Output output = new Output();
        return element(output, root, declaration) ? Arrays.copyOf(output.bytes, output.length) : null;
    }

    private static boolean element(Output output, Node node, String declared) {
        if (node.namespace() != null || node.content() != null || node.name().equals(Node.TEXT)) {
            return false;
        }
        boolean empty = node.text().isEmpty() && node.children().isEmpty();
        return output.plain("<")
                && output.plain(node.name())
                && output.plain(declared)
                && attributes(output, node)
                && output.plain(empty ? "/>" : ">")
                && (empty || content(output, node));
    }

    private static boolean attributes(Output output, Node node) {
        for (Attribute attribute : node.attributes()) {
            boolean written = attribute.namespace().isEmpty()
                    && output.plain(" ")
                    && output.plain(attribute.name())
                    && output.plain("=\"")
                    && output.escaped(attribute.value())
                    && output.plain("\"");
            if (!written) {
                return false;
            }
        }
        return true;
    }

    private static boolean content(Output output, Node node) {
        if (!output.escaped(node.text())) {
            return false;
        }
        for (Node child : node.children()) {
            if (!element(output, child, "")) {
                return false;
            }
        }
        return output.plain("</") && output.plain(node.name()) && output.plain(">");
    }

    /** The bytes written so far. */
    private static final class Output {
        private byte[] bytes = new byte[INITIAL_SIZE];
        private int length;

        /** Names and marks; false for a name beyond ASCII. */
        boolean plain(String text) {
            ensure(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 0x80) {
                    return false;
                }
                bytes[length++] = (byte) c;
            }
            return true;
        }

        /** Text and values; false for one with a quote, {@code >}, a control character or half a pair. */
        boolean escaped(String text) {
            ensure(text.length() * MAX_BYTES);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < 0x80) {
                    if (!ascii(c)) {
                        return false;
                    }
                } else if (c < 0xA0) {
                    return false;
                } else if (c < 0x800) {
                    bytes[length++] = (byte) (0xC0 | c >> 6);
                    bytes[length++] = (byte) (0x80 | c & 0x3F);
                } else if (Character.isSurrogate(c) || c >= 0xFFFE) {
                    return false;
                } else {
                    bytes[length++] = (byte) (0xE0 | c >> 12);
                    bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
                    bytes[length++] = (byte) (0x80 | c & 0x3F);
                }
            }
            return true;
        }

        private boolean ascii(char c) {
            switch (c) {
                case '&' -> escape("&amp;");
                case '<' -> escape("&lt;");
                default -> {
                    if (c < ' ' || c == '>' || c == '"' || c == 0x7f) {
                        return false;
                    }
                    bytes[length++] = (byte) c;
                }
            }
            return true;
        }

        private void escape(String entity) {
            for (int i = 0; i < entity.length(); i++) {
                bytes[length++] = (byte) entity.charAt(i);
            }
        }

        private void ensure(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }
    }
}
