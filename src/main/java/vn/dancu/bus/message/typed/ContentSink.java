package vn.dancu.bus.message.typed;

import jakarta.activation.DataHandler;
import jakarta.xml.bind.attachment.AttachmentMarshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import vn.dancu.bus.message.Content;

/** Takes the bytes of an object's fields from JAXB as they are and puts them into the tree. */
final class ContentSink extends AttachmentMarshaller {

    private static final String LINK = "content";

    private final TreeBuilder tree;

    ContentSink(TreeBuilder tree) {
        this.tree = tree;
    }

    @Override
    public boolean isXOPPackage() {
        return true;
    }

    @Override
    public String addMtomAttachment(
            byte[] data, int offset, int length, String type, String namespace, String localName) {
        tree.content(Content.of(Arrays.copyOfRange(data, offset, offset + length)));
        return LINK;
    }

    @Override
    public String addMtomAttachment(DataHandler data, String namespace, String localName) {
        try (InputStream in = data.getInputStream()) {
            tree.content(Content.of(in.readAllBytes()));
            return LINK;
        } catch (IOException e) {
            throw new UncheckedIOException("A content cannot be read", e);
        }
    }

    @Override
    public String addSwaRefAttachment(DataHandler data) {
        throw new UnsupportedOperationException("No family has references to attachments");
    }
}
