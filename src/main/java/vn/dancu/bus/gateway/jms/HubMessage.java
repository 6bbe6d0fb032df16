package vn.dancu.bus.gateway.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.DocumentEncoding;

/**
 * One message of a hub, taken once from its JMS form.
 *
 * @param source the JMS message
 * @param partner whose queue it came from
 * @param content the body in UTF-8; empty when it is neither text nor bytes
 * @param correlationId what the answer carries: the hub's correlation id, else the message id
 * @param messageId the broker's id of the message
 * @param replyTo where the hub wants its answer, if that is the hub's own
 * @param traits what the hub said in properties of the message
 * @param flaw why it cannot be read at all, found before its content was looked at
 */
record HubMessage(
        Message source,
        PartnerId partner,
        byte[] content,
        String correlationId,
        String messageId,
        @Nullable Destination replyTo,
        InquiryOrigin.Traits traits,
        @Nullable Refusal flaw) {

    /** X-Road's header names without dashes, which the name of a JMS property may not hold. */
    private static final String ISSUE = "XRoadIssue";

    private static final String REPRESENTED = "XRoadRepresentedParty";

    static HubMessage take(Message message, PartnerId partner, long maxBytes) throws JMSException {
        byte[] content = content(message);
        Destination replyTo = message.getJMSReplyTo();
        boolean ownReplyTo = replyTo == null || belongsTo(partner, replyTo);
        Refusal flaw = flaw(message, content, maxBytes);
        if (flaw == null && !ownReplyTo) {
            flaw = Refusal.of(
                    ErrorCode.REPLY_DESTINATION_FORBIDDEN,
                    "JMSReplyTo",
                    "a temporary queue or a queue of the hub itself");
        }
        String id = message.getJMSMessageID();
        String correlation = message.getJMSCorrelationID();
        return new HubMessage(
                message,
                partner,
                content,
                correlation == null ? id : correlation,
                id,
                ownReplyTo ? replyTo : null,
                traits(message),
                flaw);
    }

    /** The body of an answer: text for text, bytes for bytes. */
    Object written(byte[] body) {
        return source instanceof TextMessage ? new String(body, StandardCharsets.UTF_8) : body;
    }

    /** Whether the content is the whole body, so that it can be sent again in a message of its own. */
    boolean isTextOrBytes() {
        return source instanceof TextMessage || source instanceof BytesMessage;
    }

    /** Without this a hub could make the bus write into the queue of another. */
    private static boolean belongsTo(PartnerId partner, Destination replyTo) throws JMSException {
        return replyTo instanceof TemporaryQueue
                || (replyTo instanceof Queue queue
                        && queue.getQueueName().startsWith("dancu.hub." + partner.value() + ".")
                        && !queue.getQueueName().endsWith(".in"));
    }

    private static @Nullable Refusal flaw(Message message, byte[] content, long maxBytes) throws JMSException {
        if (!(message instanceof BytesMessage) && !(message instanceof TextMessage)) {
            return Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, "body", "a text or a bytes message");
        }
        if (content.length > maxBytes) {
            return Refusal.of(ErrorCode.MESSAGE_TOO_LARGE, "body", "at most " + maxBytes + " bytes");
        }
        Refusal issue = flaw(message, ISSUE);
        return issue != null ? issue : flaw(message, REPRESENTED);
    }

    private static @Nullable Refusal flaw(Message message, String property) throws JMSException {
        try {
            return CallerHeaders.flaw(property, message.getStringProperty(property));
        } catch (MessageFormatException e) {
            return Refusal.of(ErrorCode.HEADER_INVALID, property, "a text");
        }
    }

    private static InquiryOrigin.Traits traits(Message message) throws JMSException {
        return new InquiryOrigin.Traits(trait(message, ISSUE), trait(message, REPRESENTED), null, null, null);
    }

    private static @Nullable String trait(Message message, String property) throws JMSException {
        try {
            return CallerHeaders.taken(message.getStringProperty(property));
        } catch (MessageFormatException e) {
            return null; // a flaw
        }
    }

    private static byte[] content(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.reset();
            bytes.readBytes(content);
            return content;
        }
        String text = message instanceof TextMessage written ? written.getText() : null;
        return text == null ? new byte[0] : DocumentEncoding.utf8(text);
    }
}
