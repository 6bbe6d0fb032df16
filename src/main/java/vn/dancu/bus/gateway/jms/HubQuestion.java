package vn.dancu.bus.gateway.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A question of a hub as it is kept: its body, and of its headers what a lane reads. Where the hub wanted its answer is left out:
 * its temporary queue is gone by the time it is asked again.
 */
@SuppressWarnings("ArrayRecordComponent")
record HubQuestion(
        boolean isText,
        String correlationId,
        String messageId,
        @Nullable String issue,
        @Nullable String representedParty,
        byte[] body) {

    /** Of this form; another one would begin with another number. */
    private static final int FORM = 1;

    static HubQuestion of(HubMessage message) {
        return new HubQuestion(
                message.body().isText(),
                message.correlationId(),
                message.messageId(),
                message.traits().issue(),
                message.traits().representedParty(),
                message.body().content());
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + body.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeBoolean(isText);
            write(out, correlationId);
            write(out, messageId);
            write(out, issue);
            write(out, representedParty);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #bytes} wrote. */
    static HubQuestion read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                throw new IllegalArgumentException("A kept question has another form");
            }
            return new HubQuestion(in.readBoolean(), required(in), required(in), text(in), text(in), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message of the same kind, for a lane to take as it took the first one. */
    Message again(Session session) throws JMSException {
        Message again = isText
                ? session.createTextMessage(new String(body, StandardCharsets.UTF_8))
                : session.createBytesMessage();
        if (again instanceof BytesMessage bytes) {
            bytes.writeBytes(body);
        }
        again.setJMSCorrelationID(correlationId);
        again.setStringProperty(HubLetter.ORIGINAL, messageId);
        set(again, HubMessage.ISSUE, issue);
        set(again, HubMessage.REPRESENTED, representedParty);
        return again;
    }

    private static void set(Message message, String property, @Nullable String value) throws JMSException {
        if (value != null) {
            message.setStringProperty(property, value);
        }
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String required(DataInputStream in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IllegalArgumentException("A kept question lacks an id");
        }
        return text;
    }

    @Override
    public String toString() {
        return "HubQuestion[" + messageId + "]";
    }
}
