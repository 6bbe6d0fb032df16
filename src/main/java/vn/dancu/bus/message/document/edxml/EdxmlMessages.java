package vn.dancu.bus.message.document.edxml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.DocumentMessages;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.grammar.FieldRefusals;

/** {@link DocumentMessages} over the trees of both forms. */
public final class EdxmlMessages implements DocumentMessages {

    private static final String ROOT = "edXML";
    private static final List<String> WAY = List.of("edXMLEnvelope", "edXMLHeader", "MessageHeader");
    private static final String HEADER = String.join("/", WAY);
    private final Function<Node, Message> messages;

    public EdxmlMessages(Function<Node, Message> messages) {
        this.messages = messages;
    }

    @Override
    public boolean isStatus(Message message) {
        return isStatus(message.root());
    }

    private static boolean isStatus(Node root) {
        Node header = root.name().equals(ROOT) ? root : null;
        for (String name : WAY) {
            header = header == null ? null : header.child(name);
        }
        return header != null && header.value("StatusCode") != null;
    }

    @Override
    public EDocument read(Message message) {
        Node root = message.root();
        if (isOld(message)) {
            return new EdocReader(root).document();
        }
        if (!root.name().equals(ROOT) || isStatus(root)) {
            throw FieldRefusals.refusal(ErrorCode.MESSAGE_INVALID, "/", "a document");
        }
        EDocument document = DocumentReader.document(root);
        // What the standard asks of a document and its schema cannot say, since a status has the same root.
        if (document.to().isEmpty()) {
            throw FieldRefusals.missing(HEADER + "/To", "an agency that receives the document");
        }
        if (document.id() == null) {
            throw FieldRefusals.missing(HEADER + "/DocumentId", "the id of the document");
        }
        return document;
    }

    private static boolean isOld(Message message) {
        return message.version() == Version.EDOC_V1 && EdocReader.isDocument(message.root());
    }

    @Override
    public DocumentStatus readStatus(Message message) {
        if (!isStatus(message)) {
            throw FieldRefusals.refusal(ErrorCode.MESSAGE_INVALID, "/", "a status");
        }
        return DocumentReader.status(message.root());
    }

    @Override
    public Message write(EDocument document) {
        return messages.apply(DocumentWriter.element(document));
    }

    @Override
    public Message write(DocumentStatus status) {
        return messages.apply(DocumentWriter.element(status));
    }

    // The record is written and compared with the message. The older form is never written, so there the losses are
    // what was
    // not read.
    @Override
    public List<String> losses(Message message) {
        Node root = message.root();
        if (isOld(message)) {
            return new EdocReader(root).losses();
        }
        return TreeDifferences.of(
                root,
                isStatus(root)
                        ? DocumentWriter.element(DocumentReader.status(root))
                        : DocumentWriter.element(DocumentReader.document(root)));
    }

    @Override
    public List<String> losses(EDocument document) {
        return TreeDifferences.of(
                document, DocumentReader.document(DocumentWriter.element(document)), EdxmlMessages::components);
    }

    @Override
    public List<String> losses(DocumentStatus status) {
        return TreeDifferences.of(
                status, DocumentReader.status(DocumentWriter.element(status)), EdxmlMessages::components);
    }

    private static Map<String, Optional<Object>> components(EDocument document) {
        Map<String, Optional<Object>> components = new LinkedHashMap<>();
        components.put("from", Optional.of(document.from()));
        components.put("to", Optional.of(document.to()));
        components.put("id", Optional.ofNullable(document.id()));
        components.put("issuance", Optional.of(document.issuance()));
        components.put("description", Optional.of(document.description()));
        components.put("reply", Optional.of(document.reply()));
        components.put("routing", Optional.of(document.routing()));
        components.put("attachments", Optional.of(document.attachments()));
        components.put("signatures", Optional.of(document.signatures()));
        components.put("extensions", Optional.of(Set.copyOf(document.extensions())));
        return components;
    }

    private static Map<String, Optional<Object>> components(DocumentStatus status) {
        Map<String, Optional<Object>> components = new LinkedHashMap<>();
        components.put("from", Optional.of(status.from()));
        components.put("responseFor", Optional.of(status.responseFor()));
        components.put("staff", Optional.ofNullable(status.staff()));
        components.put("code", Optional.of(status.code()));
        components.put("description", Optional.ofNullable(status.description()));
        components.put("timestamp", Optional.ofNullable(status.timestamp()));
        components.put("extensions", Optional.of(Set.copyOf(status.extensions())));
        return components;
    }
}
