package vn.dancu.bus.document.axis.edoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import vn.dancu.bus.message.Content;

/** A call of e-doc as one MIME message: the envelope first, then its files. */
final class EdocRequest {

    private static final String ROOT = "Start";

    private final String boundary;
    private final byte[] envelope;
    private final Map<String, Content> files;

    /** @param files by their content ids, which hold no line end */
    static EdocRequest of(byte[] envelope, Map<String, Content> files) {
        return new EdocRequest("Boundary-" + UUID.randomUUID(), envelope, new LinkedHashMap<>(files));
    }

    private EdocRequest(String boundary, byte[] envelope, Map<String, Content> files) {
        this.boundary = boundary;
        this.envelope = envelope;
        this.files = files;
    }

    /** Gives the call its body, in chunks: nobody knows how long the files are. */
    void addTo(ClassicHttpRequest request) {
        // A header of our own text, as the services compare it, and not the entity's form of the same.
        request.setHeader(
                HttpHeaders.CONTENT_TYPE,
                "multipart/related;type=\"text/xml\";boundary=\"" + boundary + "\";start=\"<" + ROOT + ">\"");
        request.setEntity(new EntityTemplate(-1, null, null, this::write));
    }

    private void write(OutputStream out) throws IOException {
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
}
