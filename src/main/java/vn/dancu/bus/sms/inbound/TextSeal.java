package vn.dancu.bus.sms.inbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.dancu.bus.kernel.SecretBox;

/** Number and content of a message in one sealed frame, bound to the row that it lies in. */
final class TextSeal {

    private final SecretBox box;

    TextSeal(SecretBox box) {
        this.box = box;
    }

    /**
     * What was sealed.
     *
     * @param sender in E.164
     * @param called the number of ours
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Opened(String sender, String called, byte[] content) {

        @Override
        public String toString() {
            return "Opened[masked]";
        }
    }

    byte[] seal(String row, String sender, String called, byte[] content) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(128 + content.length);
        try (DataOutputStream out = new DataOutputStream(frame)) {
            out.writeUTF(row);
            out.writeUTF(sender);
            out.writeUTF(called);
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return box.seal(frame.toByteArray());
    }

    /** @throws IllegalArgumentException when it belongs to another row or was sealed with another key */
    Opened open(String row, byte[] sealed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(box.open(sealed)))) {
            if (!row.equals(in.readUTF())) {
                throw new IllegalArgumentException("The content belongs to another message");
            }
            return new Opened(in.readUTF(), in.readUTF(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
