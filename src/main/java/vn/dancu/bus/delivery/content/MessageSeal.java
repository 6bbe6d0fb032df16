package vn.dancu.bus.delivery.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.kernel.SecretBox;

/** Headers and body of a message in one sealed frame, in which its id stands too: a frame moved to another message is refused. */
public final class MessageSeal {

    private static final int IN_FRAME = 0;
    private static final int IN_FILE = 1;

    private final SecretBox box;

    public MessageSeal(SecretBox box) {
        this.box = box;
    }

    /** What was sealed. */
    public record Opened(Map<String, String> headers, MessageContent content) {}

    public byte[] seal(UUID id, Map<String, String> headers, MessageContent content) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(frame)) {
            write(out, id);
            out.writeInt(headers.size());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                write(out, header.getKey());
                write(out, header.getValue());
            }
            if (content instanceof MessageContent.Stored stored) {
                out.writeByte(IN_FILE);
                write(out, stored.check().id());
                out.writeLong(stored.check().length());
                write(out, stored.check().sha256());
            } else {
                out.writeByte(IN_FRAME);
                out.write(((MessageContent.Bytes) content).bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return box.seal(frame.toByteArray());
    }

    public Opened open(UUID id, byte[] sealed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(box.open(sealed)))) {
            if (!id.equals(readId(in))) {
                throw new IllegalArgumentException("The content belongs to another message");
            }
            int count = in.readInt();
            Map<String, String> headers = new HashMap<>();
            for (int i = 0; i < count; i++) {
                headers.put(readText(in), readText(in));
            }
            if (in.readByte() == IN_FILE) {
                return new Opened(headers, MessageContent.of(new ClaimCheck(readId(in), in.readLong(), readText(in))));
            }
            return new Opened(headers, MessageContent.of(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static UUID readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
