package vn.dancu.bus.message.typed;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.xml.bind.attachment.AttachmentUnmarshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.dancu.bus.message.Content;

/** Hands the bytes of a message's contents to JAXB as XOP does, by links, so that they are not written as base64 and read again. */
final class ContentSource extends AttachmentUnmarshaller {

    static final String XOP = "http://www.w3.org/2004/08/xop/include";

    private final List<Content> linked = new ArrayList<>(0);

    /** Names the content for {@link #getAttachmentAsDataHandler}. */
    String link(Content content) {
        linked.add(content);
        return String.valueOf(linked.size() - 1);
    }

    @Override
    public boolean isXOPPackage() {
        return true;
    }

    @Override
    public DataHandler getAttachmentAsDataHandler(String link) {
        return new DataHandler(new Bytes(linked.get(Integer.parseInt(link))));
    }

    @Override
    public byte[] getAttachmentAsByteArray(String link) {
        try (InputStream in = linked.get(Integer.parseInt(link)).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A content cannot be read", e);
        }
    }

    private record Bytes(Content content) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return content.open();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("A content of a message is read, not written");
        }

        @Override
        public String getContentType() {
            return "application/octet-stream";
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
