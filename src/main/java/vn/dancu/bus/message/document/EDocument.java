package vn.dancu.bus.message.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * An electronic document on its way between agencies (QCVN 102:2016/BTTTT). It holds the contents of the message that it was
 * read from, and they end with that message.
 *
 * <pre>{@code
 * EDocument document = EDocument.of(
 *         Organization.of("H41", "UBND tỉnh Nghệ An"),
 *         List.of(Organization.of("G22", null)),
 *         id,
 *         DocumentDescription.of("Về việc …"));
 * document = document.with(List.of(Attachment.of("tep-1", "cong-van.pdf", "application/pdf", bytes)));
 * }</pre>
 *
 * @param id of the document; null only where it came in the form before QCVN 102, which need not have one
 * @param signatures elements Signature and DigitalSignature as they stand; nobody verifies them here, and they hold for the
 *     bytes that they were made over and for no other form of the document
 * @param extensions of the elements that stand once and hold others (edXML, edXMLEnvelope, edXMLHeader, MessageHeader, Code,
 *     OtherInfo and so on), what no record has a place for: an element of that name with those attributes and elements
 */
public record EDocument(
        Organization from,
        List<Organization> to,
        @Nullable String id,
        Issuance issuance,
        DocumentDescription description,
        ReplyReferences reply,
        RoutingTrace routing,
        List<Attachment> attachments,
        List<Node> signatures,
        List<Node> extensions) {

    public EDocument {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
        signatures = List.copyOf(signatures);
        extensions = List.copyOf(extensions);
    }

    /** A new document that says no more than this. */
    public static EDocument of(Organization from, List<Organization> to, String id, DocumentDescription description) {
        return new EDocument(
                from,
                to,
                id,
                Issuance.UNKNOWN,
                description,
                ReplyReferences.NONE,
                new RoutingTrace(List.of(), DocumentAction.ofNew()),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same document with these files. */
    public EDocument with(List<Attachment> others) {
        return new EDocument(from, to, id, issuance, description, reply, routing, others, signatures, extensions);
    }

    /** The same document, issued so. */
    public EDocument with(Issuance other) {
        return new EDocument(from, to, id, other, description, reply, routing, attachments, signatures, extensions);
    }

    /** The same document as an answer to those. */
    public EDocument with(ReplyReferences other) {
        return new EDocument(from, to, id, issuance, description, other, routing, attachments, signatures, extensions);
    }

    /** The same document with that routing. */
    public EDocument with(RoutingTrace other) {
        return new EDocument(from, to, id, issuance, description, reply, other, attachments, signatures, extensions);
    }

    @Override
    public String toString() {
        return "EDocument[masked]";
    }
}
