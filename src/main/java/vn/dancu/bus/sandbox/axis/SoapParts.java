package vn.dancu.bus.sandbox.axis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;

/** An envelope and its files, by their content ids; the mock holds them in memory. */
record SoapParts(MockEnvelope envelope, Map<String, byte[]> files) {

    private static final String BOUNDARY = "Boundary";
    static final String CONTENT_TYPE =
            "multipart/related;type=\"text/xml\";boundary=\"" + BOUNDARY + "\";start=\"<Start>\"";

    static SoapParts of(MockEnvelope envelope) {
        return new SoapParts(envelope, Map.of());
    }

    static SoapParts read(InputStream in, String contentType) throws IOException {
        Message message = new MessageImpl();
        message.put(Message.CONTENT_TYPE, contentType);
        message.setContent(InputStream.class, in);
        new AttachmentDeserializer(message).initializeAttachments();
        MockEnvelope envelope = MockEnvelope.read(message.getContent(InputStream.class));
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Attachment attachment : message.getAttachments()) {
            try (InputStream file = attachment.getDataHandler().getInputStream()) {
                files.put(attachment.getId(), file.readAllBytes());
            }
        }
        return new SoapParts(envelope, files);
    }

    void write(OutputStream out) throws IOException {
        head(out, "text/xml;charset=UTF-8", "Start");
        envelope.write(out);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            line(out, "");
            // The boundary is always the same, as the service has it: it must not stand in a file.
            head(out, "application/octet-stream\r\nContent-Transfer-Encoding: base64", file.getKey());
            out.write(Base64.getMimeEncoder().encode(file.getValue()));
        }
        line(out, "");
        line(out, "--" + BOUNDARY + "--");
    }

    private static void head(OutputStream out, String type, String id) throws IOException {
        line(out, "--" + BOUNDARY);
        line(out, "Content-Type: " + type);
        line(out, "Content-ID: <" + id + ">");
        line(out, "");
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
