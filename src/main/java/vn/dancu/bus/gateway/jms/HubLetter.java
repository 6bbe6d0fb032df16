package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.camel.Outcome;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.wire.NamelessFile;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.LetterBody;
import vn.dancu.bus.replay.LetterKind;

/** One message of a dead-letter queue, put there by the bus with its cause, or by the broker without. */
final class HubLetter {

    static final String SOURCE = "hub";

    /** Names the message of a replay to the lane; a hub that writes it itself names none. */
    static final String MARK = "DanCuReplayItem";

    /** MaYeuCau, where the question could be read. */
    static final String REQUEST = "DanCuRequestId";

    static final String ORIGINAL = "DanCuOriginalMessageId";
    static final String FAILED_AT = "DanCuFailedAt";

    private static final String ERROR = "DanCuErrorCode";
    private static final String NOTICE = "DanCuNotice";
    private static final String BROKER_ADDRESS = "_AMQ_ORIG_ADDRESS";
    private static final String BROKER_NUMBER = "_AMQ_ORIG_MESSAGE_ID";
    private static final String BROKER_EXPIRY = "_AMQ_ACTUAL_EXPIRY";
    private static final Pattern PLAIN_ID = Pattern.compile("ID:[A-Za-z0-9._:-]{1,100}");

    /** What a lane reads beside the content. */
    private static final Set<String> KEPT = Set.of(HubMessage.ISSUE, HubMessage.REPRESENTED, ORIGINAL);

    private final Message message;
    private final PartnerId partner;

    HubLetter(Message message, PartnerId partner) {
        this.message = message;
        this.partner = partner;
    }

    DeadLetter described() throws JMSException {
        return new DeadLetter(
                id(),
                kind(),
                "dancu.hub." + partner.value() + ".dlq",
                partner,
                messageId(),
                diedAt(),
                cause(),
                text("DanCuErrorField"),
                text("DanCuErrorRule"),
                core().getBodySize());
    }

    /** The broker keeps the id that the sender gave; a client of STOMP or Core gives none, and then its number stands. */
    String id() throws JMSException {
        String id = message.getJMSMessageID();
        String plain =
                id != null && PLAIN_ID.matcher(id).matches() ? id.substring("ID:".length()) : "number-" + number();
        return SOURCE + "." + partner.value() + "." + plain;
    }

    /** The condition by which the broker finds that letter again. */
    static String selector(String id) {
        String rest = id.split("\\.", 3)[2];
        return rest.startsWith("number-")
                ? BROKER_NUMBER + " = " + rest.substring("number-".length())
                : "JMSMessageID = 'ID:" + rest + "'";
    }

    /** Whose letter it is; empty for what is no id of a hub's letter. */
    static Optional<PartnerId> partnerOf(String id) {
        String[] parts = id.split("\\.", 3);
        boolean fits = parts.length == 3
                && parts[0].equals(SOURCE)
                && PartnerId.isValid(parts[1])
                && (parts[2].matches("number-[0-9]{1,19}")
                        || PLAIN_ID.matcher("ID:" + parts[2]).matches());
        return fits ? Optional.of(new PartnerId(parts[1])) : Optional.empty();
    }

    /** Empty for a body that is neither text nor bytes. */
    Optional<LetterBody> body(long maxBytes) throws JMSException {
        HubBody body = HubBody.of(message, maxBytes);
        try (NamelessFile file = body.file()) {
            boolean isJson = body.content().length > 0 && body.content()[0] == '{';
            return body.size() == 0
                    ? Optional.empty()
                    : Optional.of(new LetterBody(
                            isJson ? "application/json" : "application/xml", body.content(), body.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of an answer the event under which it was recorded; null where it names none. */
    @Nullable
    UUID event() throws JMSException {
        String event = text(Outcome.EVENT_ID);
        return event != null && event.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(event)
                : null;
    }

    boolean isAnswer() throws JMSException {
        return kind() == LetterKind.ANSWER;
    }

    /** The kind of queue that it is put back to: {@code in} or {@code notice}. */
    String home() throws JMSException {
        return kind() == LetterKind.NOTICE ? "notice" : "in";
    }

    /** The message itself, to be sent once more: its body as it came, and of its properties what its receiver reads. */
    Message again(UUID item) throws JMSException {
        byte kind = ReceivedKinds.of(message);
        String correlation = message.getJMSCorrelationID();
        String id = message.getJMSMessageID();
        boolean isNotice = kind() == LetterKind.NOTICE;
        Map<String, String> kept = kept(isNotice);
        if (!isNotice) {
            kept.putIfAbsent(ORIGINAL, id == null ? "ID:" + number() : id);
            kept.put(MARK, item.toString());
        }
        core().setType(kind);
        message.clearProperties();
        // The broker would take it for a double of the one that has died.
        core().removeProperty(org.apache.activemq.artemis.api.core.Message.HDR_DUPLICATE_DETECTION_ID);
        message.setJMSReplyTo(null);
        message.setJMSCorrelationID(correlation);
        for (Map.Entry<String, String> one : kept.entrySet()) {
            message.setStringProperty(one.getKey(), one.getValue());
        }
        return message;
    }

    private Map<String, String> kept(boolean isNotice) throws JMSException {
        Map<String, String> kept = new HashMap<>();
        for (Object name : core().getPropertyNames()) {
            String text = name.toString();
            boolean isKept = isNotice ? text.startsWith(NOTICE) : KEPT.contains(text);
            String value = isKept ? text(text) : null;
            if (value != null) {
                kept.put(text, value);
            }
        }
        return kept;
    }

    private LetterKind kind() throws JMSException {
        String address = text(BROKER_ADDRESS);
        if (message.propertyExists(ERROR) || address == null) {
            return LetterKind.QUESTION;
        }
        if (address.endsWith(".notice")) {
            return LetterKind.NOTICE;
        }
        return address.endsWith(".out") ? LetterKind.ANSWER : LetterKind.QUESTION;
    }

    /** What its hub knows it by: MaYeuCau, else the correlation id, which its answer carries. */
    private @Nullable String messageId() throws JMSException {
        String request = text(REQUEST);
        if (request != null) {
            return request;
        }
        String correlation = message.getJMSCorrelationID();
        return correlation == null ? message.getJMSMessageID() : correlation;
    }

    private Instant diedAt() throws JMSException {
        String at = text(FAILED_AT);
        try {
            return at == null ? brokersTime() : Instant.parse(at);
        } catch (DateTimeException e) {
            return brokersTime();
        }
    }

    private Instant brokersTime() throws JMSException {
        return Instant.ofEpochMilli(
                message.propertyExists(BROKER_EXPIRY)
                        ? message.getLongProperty(BROKER_EXPIRY)
                        : message.getJMSTimestamp());
    }

    private String cause() throws JMSException {
        String code = text(ERROR);
        if (code != null) {
            return code;
        }
        return message.propertyExists(BROKER_EXPIRY) ? "expired" : "not_taken";
    }

    private long number() throws JMSException {
        return message.propertyExists(BROKER_NUMBER) ? message.getLongProperty(BROKER_NUMBER) : core().getMessageID();
    }

    private @Nullable String text(String property) throws JMSException {
        return message.propertyExists(property) ? message.getStringProperty(property) : null;
    }

    private ClientMessage core() {
        return ((ActiveMQMessage) message).getCoreMessage();
    }
}
