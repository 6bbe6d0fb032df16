package vn.dancu.bus.document.axis.edoc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;

/** Documents in the form before QCVN 102 as edXML, and the other way. */
final class EdocDocuments {

    private static final String XLINK = "http://www.w3.org/1999/xlink";
    /** What the header of the older form has a place for. */
    private static final Set<String> HEADER = Set.of(
            "From",
            "To",
            "DocumentId",
            "Code",
            "PromulgationInfo",
            "DocumentType",
            "Subject",
            "Content",
            "SignerInfo",
            "ToPlaces",
            "OtherInfo");

    private final MessageContext messages;

    EdocDocuments(MessageContext messages) {
        this.messages = messages;
    }

    /** Writes what was fetched as edXML; a document without an id gets the number that it was fetched by. */
    void toEdxml(EdocParts parts, String docId, OutputStream out) throws IOException {
        byte[] older = parts.envelope().collected("Message", "MessageHeader", "TraceHeaderList", "Manifest");
        try (Message message = messages.xml(Version.EDOC_V1)
                .within(MessageLimits.LARGE)
                .read(new ByteArrayInputStream(older), Reaction.LENIENT)) {
            EDocument read = messages.documents().read(message);
            String id = read.id() == null ? docId : read.id();
            EDocument document = new EDocument(
                    read.from(),
                    read.to(),
                    id,
                    read.issuance(),
                    read.description(),
                    read.reply(),
                    read.routing(),
                    filled(read.attachments(), parts),
                    read.signatures(),
                    List.of());
            messages.xml(Version.EDXML_V1).write(messages.documents().write(document), out);
        }
    }

    /** The files of the manifest with their bytes; one that did not come stays without. */
    private static List<Attachment> filled(List<Attachment> named, EdocParts parts) {
        List<Attachment> filled = new ArrayList<>();
        for (Attachment each : named) {
            Attachment.Label label = each.reference() == null ? each.part() : each.reference();
            Content file = label == null ? null : parts.file(label.contentId()).orElse(null);
            filled.add(file == null || label == null ? each : new Attachment(each.reference(), part(label), file));
        }
        return filled;
    }

    private static Attachment.Label part(Attachment.Label label) {
        return new Attachment.Label(
                label.contentId().replaceFirst("^cid:", ""),
                label.name(),
                label.contentType(),
                null,
                List.of(),
                List.of());
    }

    /** What is to be done with a message that was read; its contents end with it. */
    interface Taker<T> {
        T take(Message message) throws IOException;
    }

    <T> T read(AxisContent edxml, Taker<T> taker) throws IOException {
        try (InputStream in = edxml.open();
                Message message = messages.xml(Version.EDXML_V1)
                        .within(MessageLimits.LARGE)
                        .read(in, Reaction.LENIENT)) {
            return taker.take(message);
        }
    }

    DocumentStatus status(Message message) {
        return messages.documents().readStatus(message);
    }

    /** Puts a document of edXML into an envelope; gives its files by their content ids. */
    Map<String, Content> fill(EdocEnvelope envelope, Message edxml) throws IOException {
        EDocument document = messages.documents().read(edxml);
        Node header = needed(edxml.root(), "edXMLEnvelope", "edXMLHeader", "MessageHeader");
        List<Node> known = header.children().stream()
                .filter(child -> HEADER.contains(child.name()))
                .toList();
        envelope.addToHeader(older(Node.of("MessageHeader", known)));
        Element manifest = envelope.addToBody("Manifest");
        Map<String, Content> files = new LinkedHashMap<>();
        for (Attachment attachment : document.attachments()) {
            Content content = attachment.content();
            if (content != null) {
                String id = "file-" + (files.size() + 1);
                Element reference = envelope.add(manifest, "Reference");
                reference.setAttributeNS(XLINK, "xlink:href", "cid:" + id);
                envelope.add(reference, "AttachmentName", attachment.name());
                envelope.add(reference, "ContentType", attachment.contentType());
                files.put(id, content);
            }
        }
        return files;
    }

    private byte[] older(Node header) {
        return messages.xml(Version.EDOC_V1).write(messages.message(Version.EDOC_V1, header));
    }

    private static Node needed(Node root, String... path) {
        @Nullable Node node = root;
        for (String name : path) {
            node = node == null ? null : node.child(name);
        }
        if (node == null) {
            throw new IllegalStateException("A document that was read has a header");
        }
        return node;
    }
}
