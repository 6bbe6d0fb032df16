package vn.dancu.bus.gateway.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQBytesMessage;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.DocumentEncoding;

/**
 * The body of a hub's message.
 *
 * @param content in UTF-8; of a body that lies in a file its beginning, and of one that is neither text nor bytes nothing
 * @param size how many bytes it has
 * @param file where the whole body lies when it is too large for memory; to be deleted by whoever took the message
 * @param flaw why it cannot be read
 */
record HubBody(byte[] content, long size, @Nullable Path file, @Nullable Refusal flaw) {

    /** Enough to see whether it is XML or JSON. */
    private static final int BEGINNING = 64;

    private static final byte[] NOTHING = new byte[0];

    static HubBody of(Message message, long maxBytes) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            return ofBytes(bytes, maxBytes);
        }
        if (message instanceof TextMessage text) {
            String written = text.getText();
            return whole(written == null ? NOTHING : DocumentEncoding.utf8(written), maxBytes);
        }
        // Reading it would make objects.
        return unread(Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, "body", "a text or a bytes message"));
    }

    static HubBody unread(Refusal flaw) {
        return new HubBody(NOTHING, 0, null, flaw);
    }

    private static HubBody whole(byte[] content, long maxBytes) {
        return new HubBody(content, content.length, null, flaw(content.length, maxBytes));
    }

    private static HubBody ofBytes(BytesMessage bytes, long maxBytes) throws JMSException {
        long size = bytes.getBodyLength();
        if (size > maxBytes
                && bytes instanceof ActiveMQBytesMessage streamed
                && streamed.getCoreMessage().isLargeMessage()) {
            return inFile(streamed, size, maxBytes);
        }
        byte[] content = new byte[Math.toIntExact(size)];
        bytes.reset();
        bytes.readBytes(content);
        return whole(content, maxBytes);
    }

    /** The client library takes a large message from the broker piece by piece, unless its body is asked for. */
    private static HubBody inFile(ActiveMQBytesMessage message, long size, long maxBytes) throws JMSException {
        try {
            Path file = Files.createTempFile("dancu-hub-", ".body");
            try (OutputStream out = Files.newOutputStream(file)) {
                message.saveToOutputStream(out);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new HubBody(in.readNBytes(BEGINNING), size, file, flaw(size, maxBytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A body that is too large could not be kept in a file", e);
        }
    }

    private static @Nullable Refusal flaw(long size, long maxBytes) {
        return size > maxBytes
                ? Refusal.of(ErrorCode.MESSAGE_TOO_LARGE, "body", "at most " + maxBytes + " bytes")
                : null;
    }
}
