package vn.dancu.bus.message.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Version;

/** What the limits let through must not take time beyond its size. */
class ManyElementsTest {

    private static final String HEADER = "edXMLEnvelope/edXMLHeader/MessageHeader/";
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final DocumentMessages DOCUMENTS = CONTEXT.documents();

    @Test
    @Timeout(60)
    void readsADocumentToVeryManyInReasonableTime() {
        List<Node> header = new ArrayList<>(
                List.of(Node.of("From", List.of(Node.text("OrganId", "H41"))), Node.text("DocumentId", "1")));
        List<Node> references = new ArrayList<>();
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            header.add(Node.of("To", List.of(Node.text("OrganId", "G" + i), Node.text("Fax", ""))));
            references.add(Node.of("Reference", List.of(Node.text("ContentId", "cid:" + i))));
            parts.add(Node.of("Attachment", List.of(Node.text("ContentId", String.valueOf(i)))));
        }
        Collections.reverse(parts);
        Node envelope = Node.of(
                "edXMLEnvelope",
                List.of(
                        Node.of("edXMLHeader", List.of(Node.of("MessageHeader", header))),
                        Node.of("edXMLBody", List.of(Node.of("edXMLManifest", references)))));
        Message message = CONTEXT.message(
                Version.EDXML_V1, Node.of("edXML", List.of(envelope, Node.of("AttachmentEncoded", parts))));

        EDocument document = DOCUMENTS.read(message);

        assertThat(document.to()).hasSize(100_000);
        assertThat(document.attachments()).hasSize(100_000).allMatch(file -> file.part() != null);
        assertThat(DOCUMENTS.losses(message)).contains(HEADER + "To[99999]/Fax");
    }
}
