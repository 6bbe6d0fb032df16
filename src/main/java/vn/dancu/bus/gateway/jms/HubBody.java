package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQBytesMessage;
import org.apache.activemq.artemis.reader.TextMessageUtil;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.DocumentEncoding;
import vn.dancu.bus.message.wire.NamelessFile;

/**
 * The body of a hub's message.
 *
 * @param kind text, bytes or another one of the client library's numbers
 * @param content in UTF-8; of a body that lies in a file its beginning, and of one that is neither text nor bytes nothing
 * @param size how many bytes it has
 * @param file where the whole body lies when it is too large for memory; to be closed by whoever took the message
 * @param flaw why it cannot be read
 */
record HubBody(byte kind, byte[] content, long size, @Nullable NamelessFile file, @Nullable Refusal flaw) {

    /** Enough to see whether it is XML or JSON. */
    private static final int BEGINNING = 64;

    private static final int BUFFER = 1 << 16;

    /** Before the characters of a text stand whether there are any and how many; each takes two bytes. */
    private static final int BEFORE_CHARACTERS = 5;

    private static final byte[] NOTHING = new byte[0];

    static HubBody of(Message message, long maxBytes) throws JMSException {
        byte kind = ReceivedKinds.of(message);
        if (message instanceof TextMessage text) {
            return whole(kind, DocumentEncoding.utf8(Objects.requireNonNullElse(text.getText(), "")), maxBytes);
        }
        if (message instanceof ActiveMQBytesMessage bytes && kind == ICoreMessage.BYTES_TYPE) {
            return ofBytes(bytes, maxBytes);
        }
        if (message instanceof ActiveMQBytesMessage bytes && kind == ICoreMessage.TEXT_TYPE) {
            return ofText(bytes, maxBytes);
        }
        // Reading it would make objects.
        return unread(kind, Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, "body", "a text or a bytes message"));
    }

    static HubBody unread(byte kind, Refusal flaw) {
        return new HubBody(kind, NOTHING, 0, null, flaw);
    }

    boolean isText() {
        return kind == ICoreMessage.TEXT_TYPE;
    }

    private static HubBody whole(byte kind, byte[] content, long maxBytes) {
        return new HubBody(kind, content, content.length, null, flaw(content.length, maxBytes));
    }

    private static HubBody ofBytes(ActiveMQBytesMessage bytes, long maxBytes) throws JMSException {
        long size = bytes.getBodyLength();
        if (size > maxBytes && bytes.getCoreMessage().isLargeMessage()) {
            return inFile(bytes, ICoreMessage.BYTES_TYPE, 0, maxBytes);
        }
        byte[] content = new byte[Math.toIntExact(size)];
        bytes.reset();
        bytes.readBytes(content);
        return whole(ICoreMessage.BYTES_TYPE, content, maxBytes);
    }

    /** A text that the client library did not open: it is large, or none. */
    private static HubBody ofText(ActiveMQBytesMessage text, long maxBytes) throws JMSException {
        long size = text.getBodyLength() - BEFORE_CHARACTERS;
        if (size > 2 * maxBytes && text.getCoreMessage().isLargeMessage()) {
            return inFile(text, ICoreMessage.TEXT_TYPE, BEFORE_CHARACTERS, maxBytes);
        }
        try {
            SimpleString written =
                    TextMessageUtil.readBodyText(text.getCoreMessage().getBodyBuffer());
            return whole(
                    ICoreMessage.TEXT_TYPE, DocumentEncoding.utf8(written == null ? "" : written.toString()), maxBytes);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            // As bytes: a hub's client could not open it either.
            return unread(ICoreMessage.BYTES_TYPE, Refusal.of(ErrorCode.MESSAGE_MALFORMED, "body", "a text"));
        }
    }

    /** The client library takes a large message from the broker piece by piece, unless its body is asked for. */
    private static HubBody inFile(ActiveMQBytesMessage message, byte kind, int skipped, long maxBytes)
            throws JMSException {
        try {
            NamelessFile file = new NamelessFile();
            try (OutputStream out = new BufferedOutputStream(file.out(), BUFFER);
                    InputStream in = file.open()) {
                save(message, out);
                out.flush();
                in.skipNBytes(skipped);
                long size = message.getBodyLength();
                return new HubBody(kind, in.readNBytes(BEGINNING), size, file, flaw(size, maxBytes));
            } catch (IOException | JMSException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    /** The client library gives a failure to write as one of its own. */
    private static void save(ActiveMQBytesMessage message, OutputStream out) throws IOException, JMSException {
        AtomicReference<IOException> failure = new AtomicReference<>();
        try {
            message.saveToOutputStream(new FilterOutputStream(out) {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    try {
                        out.write(bytes, from, count);
                    } catch (IOException e) {
                        failure.set(e);
                        throw e;
                    }
                }
            });
        } catch (JMSException | RuntimeException e) {
            if (failure.get() != null) {
                throw failure.get();
            }
            throw e;
        }
    }

    private static @Nullable Refusal flaw(long size, long maxBytes) {
        return size > maxBytes
                ? Refusal.of(ErrorCode.MESSAGE_TOO_LARGE, "body", "at most " + maxBytes + " bytes")
                : null;
    }
}
