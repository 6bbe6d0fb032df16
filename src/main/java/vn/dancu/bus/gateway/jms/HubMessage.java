package vn.dancu.bus.gateway.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.api.core.ActiveMQPropertyConversionException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.replay.door.ReplayNotes;

/**
 * One message of a hub, taken once from its JMS form.
 *
 * @param source the JMS message
 * @param session the session that it came in
 * @param partner whose queue it came from
 * @param body what it holds
 * @param correlationId what the answer carries: the hub's correlation id, else the message id
 * @param messageId the broker's id of the message
 * @param replyTo the temporary queue on which the hub wants its answer; null where that is its queue {@code .out}
 * @param traits what the hub said in properties of the message
 * @param mark of the replay that put it back to its lane; null where none did
 * @param flaw why it cannot be read at all, found before its content was looked at
 */
record HubMessage(
        Message source,
        Session session,
        PartnerId partner,
        HubBody body,
        String correlationId,
        String messageId,
        @Nullable String replyTo,
        InquiryOrigin.Traits traits,
        ReplayNotes.@Nullable Mark mark,
        @Nullable Refusal flaw) {

    private static final String CORRELATION = "JMSCorrelationID";
    private static final String REPLY_TO = "JMSReplyTo";

    /** X-Road's header names without dashes, which the name of a JMS property may not hold. */
    static final String ISSUE = "XRoadIssue";

    static final String REPRESENTED = "XRoadRepresentedParty";

    /** The broker keeps a message with its headers in one piece: an answer must not outgrow it. */
    private static final int LONGEST_CORRELATION = 1024;

    /** @param mark of the replay that put the message back to its lane; null where none did */
    static HubMessage take(
            Message message, Session session, PartnerId partner, long maxBytes, ReplayNotes.@Nullable Mark mark)
            throws JMSException {
        HubBody body = HubBody.of(message, maxBytes);
        String replyTo = null;
        Refusal flaw = body.flaw() != null ? body.flaw() : headerFlaw(message);
        try {
            Destination wanted = message.getJMSReplyTo();
            replyTo = wanted == null ? null : temporary(wanted, session);
            if (flaw == null && wanted != null && replyTo == null && !isOut(partner, wanted)) {
                flaw = Refusal.of(
                        ErrorCode.REPLY_DESTINATION_FORBIDDEN,
                        REPLY_TO,
                        "dancu.hub.<partner>.out of the hub itself, or a temporary queue that is there");
            }
        } catch (ActiveMQPropertyConversionException e) {
            flaw = flaw != null ? flaw : Refusal.of(ErrorCode.HEADER_INVALID, REPLY_TO, "a text");
        }
        return new HubMessage(
                message,
                session,
                partner,
                body,
                correlation(message),
                mark == null ? id(message) : original(message),
                replyTo,
                new InquiryOrigin.Traits(
                        trait(message, ISSUE),
                        trait(message, REPRESENTED),
                        null,
                        null,
                        null,
                        trait(message, CallerHeaders.TRACEPARENT),
                        mark == null ? null : mark.replay()),
                mark,
                flaw);
    }

    /** One that could not be taken, for a reason that nobody foresaw. */
    static HubMessage untaken(Message message, Session session, PartnerId partner, Refusal flaw) throws JMSException {
        return new HubMessage(
                message,
                session,
                partner,
                HubBody.unread(ReceivedKinds.of(message), flaw),
                correlation(message),
                id(message),
                null,
                InquiryOrigin.Traits.NONE,
                null,
                flaw);
    }

    /** The same, to be answered on the hub's queue {@code .out}. */
    HubMessage withoutReplyTo() {
        return new HubMessage(source, session, partner, body, correlationId, messageId, null, traits, mark, flaw);
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
    Object written(byte[] content) {
        return body.isText() ? new String(content, StandardCharsets.UTF_8) : content;
    }

    /**
     * The message itself, to be sent once more; of what the hub said in properties only what a lane reads stays. A body that lies in a file goes
     * from there; any other is kept as it is, of whatever kind.
     */
    Message again() throws JMSException {
        Message again = body.file() == null ? source : session.createBytesMessage();
        ClientMessage core = ((ActiveMQMessage) again).getCoreMessage();
        core.setType(body.kind());
        again.clearProperties();
        again.setJMSReplyTo(null);
        again.setJMSCorrelationID(correlationId);
        setTrait(again, ISSUE, traits.issue());
        setTrait(again, REPRESENTED, traits.representedParty());
        if (body.file() == null) {
            return again;
        }
        core.setBodyInputStream(body.file().open());
        return again;
    }

    private static void setTrait(Message message, String property, @Nullable String value) throws JMSException {
        if (value != null) {
            message.setStringProperty(property, value);
        }
    }

    private static String queue(PartnerId partner, String kind) {
        return "dancu.hub." + partner.value() + "." + kind;
    }

    /** A client of STOMP or Core gives its message no id; the broker's own is a number. */
    private static String id(Message message) throws JMSException {
        String id = message.getJMSMessageID();
        return id != null
                ? id
                : "ID:" + ((ActiveMQMessage) message).getCoreMessage().getMessageID();
    }

    /** The id under which a replayed message came first. */
    private static String original(Message message) throws JMSException {
        String original = message.getStringProperty(HubLetter.ORIGINAL);
        return original == null ? id(message) : original;
    }

    private static String correlation(Message message) throws JMSException {
        String written = message.getJMSCorrelationID();
        return written == null || written.length() > LONGEST_CORRELATION ? id(message) : written;
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

    private static @Nullable Refusal headerFlaw(Message message) throws JMSException {
        String correlation = message.getJMSCorrelationID();
        if (correlation != null && correlation.length() > LONGEST_CORRELATION) {
            return Refusal.of(ErrorCode.HEADER_INVALID, CORRELATION, "at most " + LONGEST_CORRELATION + " characters");
        }
        Refusal issue = headerFlaw(message, ISSUE);
        return issue != null ? issue : headerFlaw(message, REPRESENTED);
    }

    private static @Nullable Refusal headerFlaw(Message message, String property) throws JMSException {
        try {
            return CallerHeaders.flaw(property, message.getStringProperty(property));
        } catch (MessageFormatException e) {
            return Refusal.of(ErrorCode.HEADER_INVALID, property, "a text");
        }
    }

    private static @Nullable String trait(Message message, String property) throws JMSException {
        try {
            return CallerHeaders.taken(message.getStringProperty(property));
        } catch (MessageFormatException e) {
            return null; // a flaw
        }
    }
}
