package vn.dancu.bus.camel.enrichment;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.component.file.GenericFile;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The bytes of a delivery. A file is read as a stream; a message is held in memory, and may not be larger than that. */
final class LimitedBody {

    private static final int MOST = 16 << 20;

    /** @throws BusException {@code message_too_large}, or {@code media_type_unsupported} for a message of another kind */
    static InputStream open(Message message) throws InvalidPayloadException, JMSException {
        Object body = message.getBody();
        if (body == null) {
            return InputStream.nullInputStream();
        }
        if (body instanceof GenericFile<?> || body instanceof InputStream) {
            return message.getMandatoryBody(InputStream.class);
        }
        return new ByteArrayInputStream(bytes(body));
    }

    private static byte[] bytes(Object body) throws JMSException {
        if (body instanceof BytesMessage sent) {
            requireSize(sent.getBodyLength());
            byte[] bytes = new byte[Math.toIntExact(sent.getBodyLength())];
            sent.reset();
            sent.readBytes(bytes);
            return bytes;
        }
        byte[] bytes;
        if (body instanceof TextMessage sent) {
            String text = sent.getText();
            bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        } else if (body instanceof String text) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
        } else if (body instanceof byte[] sent) {
            bytes = sent;
        } else {
            throw BusException.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, "body", "bytes, or a text");
        }
        requireSize(bytes.length);
        return bytes;
    }

    private static void requireSize(long length) {
        if (length > MOST) {
            throw BusException.of(
                    ErrorCode.MESSAGE_TOO_LARGE,
                    "body",
                    "at most " + MOST + " bytes: a larger file is uploaded over HTTP, and " + EnrichmentHeaders.UPLOAD
                            + " names it");
        }
    }

    private LimitedBody() {}
}
