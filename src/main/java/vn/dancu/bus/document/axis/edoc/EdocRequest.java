package vn.dancu.bus.document.axis.edoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import vn.dancu.bus.message.Content;

/** A call of e-doc as one MIME message: the envelope first, then its files. */
final class EdocRequest extends AbstractHttpEntity {

    private static final String ROOT = "Start";

    private final String boundary;
    private final byte[] envelope;
    private final Map<String, Content> files;

    /** @param files by their content ids, which hold no line end */
    static EdocRequest of(byte[] envelope, Map<String, Content> files) {
        return new EdocRequest("Boundary-" + UUID.randomUUID(), envelope, new LinkedHashMap<>(files));
    }

    private EdocRequest(String boundary, byte[] envelope, Map<String, Content> files) {
        super("multipart/related;type=\"text/xml\";boundary=\"" + boundary + "\";start=\"<" + ROOT + ">\"", null, true);
        this.boundary = boundary;
        this.envelope = envelope;
        this.files = files;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        head(out, "text/xml;charset=UTF-8", ROOT);
        out.write(envelope);
        for (Map.Entry<String, Content> file : files.entrySet()) {
            line(out, "");
            head(out, "application/octet-stream", file.getKey());
            try (InputStream in = file.getValue().open()) {
                in.transferTo(out);
            }
        }
        line(out, "");
        line(out, "--" + boundary + "--");
    }

    private void head(OutputStream out, String contentType, String contentId) throws IOException {
        line(out, "--" + boundary);
        line(out, "Content-Type: " + contentType);
        line(out, "Content-Transfer-Encoding: binary");
        line(out, "Content-ID: <" + contentId + ">");
        line(out, "");
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public long getContentLength() {
        return -1;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("It is written, not read");
    }

    @Override
    public void close() {}
}
