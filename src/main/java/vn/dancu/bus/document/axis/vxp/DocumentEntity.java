package vn.dancu.bus.document.axis.vxp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import vn.dancu.bus.document.axis.AxisContent;

/** A document as the kit sends it: its bytes, and a line end that no hash counts. */
final class DocumentEntity extends AbstractHttpEntity {

    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AxisContent content;

    DocumentEntity(AxisContent content) {
        super((String) null, null, false);
        this.content = content;
    }

    @Override
    public long getContentLength() {
        return content.length() + LINE_END.length;
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
    public InputStream getContent() {
        throw new UnsupportedOperationException("It is written, not read");
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            in.transferTo(out);
        }
        out.write(LINE_END);
    }

    @Override
    public void close() {}
}
