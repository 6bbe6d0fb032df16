package vn.dancu.bus.document.axis.edoc;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import vn.dancu.bus.document.axis.DocumentSpool;
import vn.dancu.bus.message.Content;

/** An answer of e-doc: its envelope, and the files beside it by their content ids. Files lie on the disk until it is closed. */
final class EdocParts implements AutoCloseable {

    private final EdocEnvelope envelope;
    private final Map<String, Content> files = new HashMap<>();
    private final List<DocumentSpool> spools = new ArrayList<>();

    private EdocParts(EdocEnvelope envelope) {
        this.envelope = envelope;
    }

    /**
     * @param contentType a multipart, or that of an envelope alone
     * @param limit of all files together, in bytes
     */
    static EdocParts read(InputStream in, String contentType, long limit) throws IOException {
        if (!contentType.startsWith("multipart/")) {
            return new EdocParts(EdocEnvelope.read(in));
        }
        Message message = new MessageImpl();
        message.put(Message.CONTENT_TYPE, contentType);
        message.setContent(InputStream.class, in);
        new AttachmentDeserializer(message).initializeAttachments();
        EdocParts parts = new EdocParts(EdocEnvelope.read(message.getContent(InputStream.class)));
        try {
            long left = limit;
            for (Attachment attachment : message.getAttachments()) {
                left -= parts.keep(attachment, left);
            }
            return parts;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private long keep(Attachment attachment, long limit) throws IOException {
        DocumentSpool spool = new DocumentSpool(limit);
        spools.add(spool);
        try (InputStream in = attachment.getDataHandler().getInputStream()) {
            in.transferTo(spool);
        }
        files.put(bare(attachment.getId()), new Spooled(spool));
        return spool.length();
    }

    EdocEnvelope envelope() {
        return envelope;
    }

    Optional<Content> file(String contentId) {
        return Optional.ofNullable(files.get(bare(contentId)));
    }

    private static String bare(String contentId) {
        return contentId.replaceFirst("^cid:", "").replaceAll("[<>]", "");
    }

    @Override
    public void close() throws IOException {
        for (DocumentSpool spool : spools) {
            spool.close();
        }
    }

    private record Spooled(DocumentSpool spool) implements Content {
        @Override
        public long length() {
            return spool.length();
        }

        @Override
        public InputStream open() throws IOException {
            return spool.open();
        }

        @Override
        public void close() {
            // With the other parts.
        }
    }
}
