package vn.dancu.bus.message.large;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.EDocument;

/** A document larger than the heap, through every form that it has. */
final class LargeDocument {

    private static final int MEGABYTE = 1 << 20;
    private static final int[] MEGABYTES = {1, Integer.getInteger("test.large.megabytes"), 4, 0, 2};

    private final MessageContext context = MessageContext.create();
    private final MessageFormat xml = context.xml(Version.EDXML_V1).within(MessageLimits.LARGE);
    private final MessageFormat json = context.json(Version.EDXML_V1).within(MessageLimits.LARGE);
    private final Path folder;

    LargeDocument(Path folder) {
        this.folder = folder;
    }

    void run(Figures figures) throws IOException {
        Path made = folder.resolve("made.xml");
        Path asJson = folder.resolve("document.json");
        Path again = folder.resolve("again.xml");
        List<String> sent = make(made);
        figures.note("edXML document of " + (Files.size(made) >> 20) + " MB");
        try (Message message = read(xml, made)) {
            figures.took("read XML");
            check(sent, message);
            figures.took("records and digests");
            write(json, message, asJson);
            figures.took("write JSON");
        }
        try (Message message = read(json, asJson)) {
            figures.took("read JSON");
            write(xml, message, again);
            figures.took("write XML");
        }
        try (Message message = read(xml, again)) {
            check(sent, message);
        }
        figures.took("read XML again and digests");
    }

    private void check(List<String> sent, Message message) throws IOException {
        EDocument document = context.documents().read(message);
        List<String> received = new ArrayList<>();
        for (Attachment attachment : document.attachments()) {
            received.add(digest(Objects.requireNonNull(attachment.content())));
        }
        if (!received.equals(sent)) {
            throw new IllegalStateException("The attachments are not what was sent");
        }
    }

    private static Message read(MessageFormat format, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), MEGABYTE)) {
            return format.read(in);
        }
    }

    private static void write(MessageFormat format, Message message, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEGABYTE)) {
            format.write(message, out);
        }
    }

    /** Writes the document without any library, and tells the digests of its attachments. */
    private static List<String> make(Path file) throws IOException {
        List<String> digests = new ArrayList<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEGABYTE)) {
            text(
                    out,
                    "<edXML xmlns='http://www.mic.gov.vn/TBT/QCVN_102_2016'><edXMLEnvelope><edXMLHeader><MessageHeader>"
                            + "<From><OrganId>H41</OrganId></From><To><OrganId>G22</OrganId></To>"
                            + "<DocumentId>0192f6a0-5f0e-7c3a-9d51-3f2b7e1c8a40</DocumentId><Subject>Bản vẽ</Subject>"
                            + "</MessageHeader></edXMLHeader></edXMLEnvelope><AttachmentEncoded>");
            SplittableRandom random = new SplittableRandom(102);
            for (int i = 0; i < MEGABYTES.length; i++) {
                text(out, "<Attachment><ContentId>tep-" + i + "</ContentId><ContentTransferEncoded>");
                digests.add(attachment(out, MEGABYTES[i], random));
                text(out, "</ContentTransferEncoded></Attachment>");
            }
            text(out, "</AttachmentEncoded></edXML>");
        }
        return digests;
    }

    private static String attachment(OutputStream out, int megabytes, SplittableRandom random) throws IOException {
        MessageDigest digest = sha256();
        OutputStream open = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        };
        byte[] block = new byte[MEGABYTE];
        try (OutputStream base64 = Base64.getMimeEncoder().wrap(open);
                DigestOutputStream bytes = new DigestOutputStream(base64, digest)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(block);
                bytes.write(block);
            }
            bytes.write(megabytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(Content content) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(content.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
