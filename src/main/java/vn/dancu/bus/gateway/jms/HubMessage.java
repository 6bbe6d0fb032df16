package vn.dancu.bus.gateway.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/**
 * One message of a hub, taken once from its JMS form.
 *
 * @param partner whose queue it came from
 * @param content the body; empty when it was not taken
 * @param text whether it came as text, so that the answer goes back as text
 * @param correlationId what the answer carries: the hub's correlation id, else the message id
 * @param messageId the broker's id of the message
 * @param replyTo where the hub wants its answer, if that is the hub's own
 * @param receivedAt when the door took it
 * @param traits what the hub said in properties of the message
 * @param flaw why it cannot be read at all, found before its content was looked at
 */
record HubMessage(
        PartnerId partner,
        byte[] content,
        boolean text,
        String correlationId,
        String messageId,
        @Nullable Destination replyTo,
        Instant receivedAt,
        InquiryOrigin.Traits traits,
        @Nullable Refusal flaw) {

    /** X-Road's header names without dashes, which the name of a JMS property may not hold. */
    private static final String ISSUE = "XRoadIssue";

    private static final String REPRESENTED = "XRoadRepresentedParty";

    static HubMessage take(Message message, PartnerId partner, long maxBytes, Instant now) throws JMSException {
        Refusal flaw = flaw(message, maxBytes);
        byte[] content = flaw == null ? content(message) : new byte[0];
        Destination replyTo = message.getJMSReplyTo();
        boolean ownReplyTo = replyTo == null || belongsTo(partner, replyTo);
        if (flaw == null && !ownReplyTo) {
            flaw = Refusal.of(
                    ErrorCode.REPLY_DESTINATION_FORBIDDEN,
                    "JMSReplyTo",
                    "a temporary queue or a queue of the hub itself");
        }
        String id = message.getJMSMessageID();
        String correlation = message.getJMSCorrelationID();
        return new HubMessage(
                partner,
                content,
                !(message instanceof BytesMessage),
                correlation == null ? id : correlation,
                id,
                ownReplyTo ? replyTo : null,
                now,
                traits(message),
                flaw);
    }

    /** What the request is written in; its answer is written in the same. */
    boolean isJson() {
        for (byte b : content) {
            if (b > ' ') {
                return b == '{' || b == '[';
            }
        }
        return false;
    }

    /** Without this a hub could make the bus write into the queue of another. */
    private static boolean belongsTo(PartnerId partner, Destination replyTo) throws JMSException {
        return replyTo instanceof TemporaryQueue
                || (replyTo instanceof Queue queue
                        && queue.getQueueName().startsWith("dancu.hub." + partner.value() + ".")
                        && !queue.getQueueName().endsWith(".in"));
    }

    private static @Nullable Refusal flaw(Message message, long maxBytes) throws JMSException {
        long size;
        if (message instanceof BytesMessage bytes) {
            size = bytes.getBodyLength();
        } else if (message instanceof TextMessage text) {
            size = text.getText() == null ? 0 : text.getText().length();
        } else {
            return Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, "body", "a text or a bytes message");
        }
        if (size > maxBytes) {
            return Refusal.of(ErrorCode.MESSAGE_TOO_LARGE, "body", "at most " + maxBytes + " bytes");
        }
        Refusal issue = CallerHeaders.flaw(ISSUE, message.getStringProperty(ISSUE));
        return issue != null ? issue : CallerHeaders.flaw(REPRESENTED, message.getStringProperty(REPRESENTED));
    }

    private static InquiryOrigin.Traits traits(Message message) throws JMSException {
        return new InquiryOrigin.Traits(
                CallerHeaders.taken(message.getStringProperty(ISSUE)),
                CallerHeaders.taken(message.getStringProperty(REPRESENTED)),
                null,
                null,
                null);
    }

    private static byte[] content(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[(int) bytes.getBodyLength()];
            bytes.reset();
            bytes.readBytes(content);
            return content;
        }
        String text = ((TextMessage) message).getText();
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
