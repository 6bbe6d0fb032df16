package vn.dancu.bus.message;

import java.util.List;
import java.util.Optional;
import vn.dancu.bus.message.grammar.Grammar;
import vn.dancu.bus.message.path.MessagePath;
import vn.dancu.bus.message.path.Visitor;
import vn.dancu.bus.message.typed.TypedMessages;

/**
 * One message of a family: a tree of elements, with what no schema knows kept where it stood. Immutable; each change gives
 * another message. Close it when it may hold attachments, whose files go then.
 *
 * <pre>{@code
 * try (Message message = context.xml(Version.QCVN_109_V1).read(in)) {
 *     message.get("CongDan[0]/HoVaTen/Ten");                        // Optional[AN]
 *     message = message.with("CongDan[0]/HoVaTen/Ten", "BÌNH");      // a new element lands where the schema has it
 * }
 * }</pre>
 */
public final class Message implements AutoCloseable {

    private final Grammar grammar;
    private final Node root;

    /** For the library itself; a program makes one with {@link MessageContext#message}. */
    public Message(Grammar grammar, Node root) {
        this.grammar = grammar;
        this.root = root;
    }

    public Version version() {
        return grammar.version();
    }

    /** The element that the document is. */
    public Node root() {
        return root;
    }

    /**
     * The document as an object of the class that was made from its schema. The object is the caller's; changes to it go back
     * with {@link MessageContext#message(Object)}. Attachments are bytes in memory there, and outlive this message.
     *
     * @param type a class of {@code vn.dancu.schema.<family>.v1} that is the type of a document
     * @throws vn.dancu.bus.kernel.BusException at a value that is none of its type and an element that stands too often, with
     *     the code, field and rule of {@link Reaction#LENIENT}; {@code operation_unknown} where the document is of another type
     */
    public <T> T as(Class<T> type) {
        return TypedMessages.of(grammar).read(root, type);
    }

    /** The text at that place, or empty where there is none. */
    public Optional<String> get(String path) {
        return MessagePath.of(path).text(root);
    }

    /** Every element at that place, in the order of the message; a step without an index means each of its name. */
    public List<Node> all(String path) {
        return MessagePath.of(path).all(root);
    }

    /**
     * The same message with that text at that place. Elements on the way that are not there yet are made where the schema
     * has them; an index is the next free one at most.
     */
    public Message with(String path, String text) {
        return new Message(grammar, MessagePath.of(path).changed(grammar, root, text));
    }

    /** The same message with nothing at that place. */
    public Message without(String path) {
        return new Message(grammar, MessagePath.of(path).changed(grammar, root, null));
    }

    /** What a visitor leaves of the message. */
    public Message visit(Visitor visitor) {
        return new Message(grammar, visitor.visit(root));
    }

    /** Gives back the files of its contents. */
    @Override
    public void close() {
        close(root);
    }

    private static void close(Node node) {
        Content content = node.content();
        if (content != null) {
            content.close();
        }
        node.children().forEach(Message::close);
    }

    /** A message holds personal data: never its content. */
    @Override
    public String toString() {
        return "Message[" + version() + ", " + root.name() + ", masked]";
    }
}
