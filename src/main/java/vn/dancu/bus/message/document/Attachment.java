package vn.dancu.bus.message.document;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;

/**
 * A file of a document: what the manifest says of it, and the part that brings its bytes. Either may lack.
 *
 * <pre>{@code
 * for (Attachment attachment : document.attachments()) {
 *     Content file = attachment.file();        // the PDF, even where a ZIP of it was sent
 * }
 * }</pre>
 *
 * <p>Name and type are the sender's words: neither is a path nor proof of what the bytes are.
 *
 * @param reference the manifest's words; null where the manifest does not name the file
 * @param part the words beside the bytes; null where no part came
 * @param content the bytes as they came; null where none did
 */
public record Attachment(@Nullable Label reference, @Nullable Label part, @Nullable Content content) {

    static final String CID = "cid:";

    public Attachment {
        if (reference == null && part == null) {
            throw new IllegalArgumentException("An attachment is named by the manifest, by its part or by both");
        }
        if (content != null && part == null) {
            throw new IllegalArgumentException("The bytes of an attachment stand in a part");
        }
    }

    /**
     * What is said of a file.
     *
     * @param contentId as it is written, with or without {@code cid:}
     * @param attributes xlink's, in the manifest
     * @param extensions elements that no schema knows
     */
    public record Label(
            String contentId,
            @Nullable String name,
            @Nullable String contentType,
            @Nullable String description,
            List<Attribute> attributes,
            List<Node> extensions) {

        public Label {
            attributes = List.copyOf(attributes);
            extensions = List.copyOf(extensions);
        }

        public static Label of(String contentId, String name, String contentType) {
            return new Label(contentId, name, contentType, null, List.of(), List.of());
        }

        /** The id without {@code cid:}. */
        public String bareId() {
            return contentId.startsWith(CID) ? contentId.substring(CID.length()) : contentId;
        }

        /** A name may hold personal data. */
        @Override
        public String toString() {
            return "Label[masked]";
        }
    }

    /** A file that a program sends: in the manifest and as a part. */
    public static Attachment of(String contentId, String name, String contentType, Content content) {
        return new Attachment(
                Label.of(CID + contentId, name, contentType), Label.of(contentId, name, contentType), content);
    }

    /** The id without {@code cid:}. */
    public String contentId() {
        return Objects.requireNonNull(said(Label::bareId));
    }

    /** Its name by the manifest, or else by its part. */
    public @Nullable String name() {
        return said(Label::name);
    }

    /** Its type by the manifest, or else by its part. */
    public @Nullable String contentType() {
        return said(Label::contentType);
    }

    /** Its description by the manifest, or else by its part. */
    public @Nullable String description() {
        return said(Label::description);
    }

    private @Nullable String said(Function<Label, @Nullable String> what) {
        String inManifest = reference == null ? null : what.apply(reference);
        return inManifest != null || part == null ? inManifest : what.apply(part);
    }

    /** The same as {@link #file(MessageLimits)} within {@link MessageLimits#LARGE}. */
    public @Nullable Content file() {
        return file(MessageLimits.LARGE);
    }

    /**
     * The file itself. Some senders send a ZIP with the file in it while the manifest names the type of the file: where the
     * bytes are a ZIP of one entry and the type is another, it is that entry, which is read anew at each opening and goes with
     * the message. An archive of several entries, one whose type says so, and one within the archive stay as they are. The
     * name in the archive is not used.
     *
     * @return null where no bytes came
     * @throws vn.dancu.bus.kernel.BusException {@code archive_limit_exceeded} where the archive has too many entries, or the
     *     entry is larger than {@link MessageLimits#contentBytes} or more than a hundred times its archive
     */
    public @Nullable Content file(MessageLimits limits) {
        return content == null ? null : ArchiveUnpacker.of(content, contentType(), limits);
    }

    @Override
    public String toString() {
        return "Attachment[masked]";
    }
}
