package vn.dancu.bus.gateway.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
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
 * @param replyTo the temporary queue on which the hub wants its answer; null where that is its queue {@code .out}
 * @param session the session that the message came in
 * @param traits what the hub said in properties of the message
 * @param flaw why it cannot be read at all, found before its content was looked at
 */
record HubMessage(
        Message source,
        PartnerId partner,
        byte[] content,
        String correlationId,
        String messageId,
        @Nullable String replyTo,
        Session session,
        InquiryOrigin.Traits traits,
        @Nullable Refusal flaw) {

    /** X-Road's header names without dashes, which the name of a JMS property may not hold. */
    private static final String ISSUE = "XRoadIssue";

    private static final String REPRESENTED = "XRoadRepresentedParty";

    static HubMessage take(Message message, Session session, PartnerId partner, long maxBytes) throws JMSException {
        byte[] content = content(message);
        Destination replyTo = message.getJMSReplyTo();
        String temporary = replyTo == null ? null : temporary(replyTo, session);
        Refusal flaw = flaw(message, content, maxBytes);
        if (flaw == null && replyTo != null && temporary == null && !isOut(partner, replyTo)) {
            flaw = Refusal.of(
                    ErrorCode.REPLY_DESTINATION_FORBIDDEN,
                    "JMSReplyTo",
                    "dancu.hub.<partner>.out of the hub itself, or a temporary queue that is there");
        }
        String id = id(message);
        String correlation = message.getJMSCorrelationID();
        return new HubMessage(
                message,
                partner,
                content,
                correlation == null ? id : correlation,
                id,
                temporary,
                session,
                traits(message),
                flaw);
    }

    /** The same, to be answered on the hub's queue {@code .out}. */
    HubMessage withoutReplyTo() {
        return new HubMessage(source, partner, content, correlationId, messageId, null, session, traits, flaw);
    }

    /** Whether the answer can still go where the hub wants it. */
    boolean isReplyToThere() throws JMSException {
        return replyTo == null || TemporaryQueues.contains(session, replyTo);
    }

    /** The name of the hub's queue {@code .out}, {@code .dlq} … */
    String queue(String kind) {
        return queue(partner, kind);
    }

    /** The body of an answer: text for text, bytes for bytes. */
    Object written(byte[] body) {
        return source instanceof TextMessage ? new String(body, StandardCharsets.UTF_8) : body;
    }

    /** The body as the hub sent it: the content of a text has lost the charset that it declared. */
    Object asItCame() throws JMSException {
        return source instanceof TextMessage text ? Objects.requireNonNullElse(text.getText(), "") : content;
    }

    /** Whether the content is the whole body, so that it can be sent again in a message of its own. */
    boolean isTextOrBytes() {
        return source instanceof TextMessage || source instanceof BytesMessage;
    }

    /** A client of STOMP or Core gives its message no id; the broker's own is a number. */
    private static String id(Message message) throws JMSException {
        String id = message.getJMSMessageID();
        return id != null
                ? id
                : "ID:" + ((ActiveMQMessage) message).getCoreMessage().getMessageID();
    }

    private static String queue(PartnerId partner, String kind) {
        return "dancu.hub." + partner.value() + "." + kind;
    }

    /** The name of a temporary queue, if the destination is one: STOMP and AMQP clients do not say of which kind it is. */
    private static @Nullable String temporary(Destination replyTo, Session session) throws JMSException {
        String name = name(replyTo);
        return name != null && TemporaryQueues.contains(session, name) ? name : null;
    }

    private static boolean isOut(PartnerId partner, Destination replyTo) {
        return queue(partner, "out").equals(name(replyTo));
    }

    private static @Nullable String name(Destination replyTo) {
        return replyTo instanceof ActiveMQDestination known && !(replyTo instanceof Topic) ? known.getAddress() : null;
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
