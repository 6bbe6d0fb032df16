package vn.dancu.bus.partner.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a notice into the queue {@code dancu.hub.<partner>.notice}, from which the partner's hub reads it. */
final class NoticeQueue {

    /** By it the broker drops a copy of a message that it has already (Artemis, duplicate detection). */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final ConnectionFactory connections;
    private final JsonMapper json = JsonMapper.builder().build();

    NoticeQueue(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** @throws jakarta.jms.JMSRuntimeException when the broker does not take it */
    void send(Notice notice) throws JMSException {
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            TextMessage message = context.createTextMessage(text(notice));
            message.setJMSCorrelationID(notice.id().toString());
            message.setStringProperty(DUPLICATE_ID, notice.id().toString());
            message.setStringProperty("DanCuNoticeKind", notice.kind().code());
            context.createProducer().send(context.createQueue("dancu.hub." + notice.partner() + ".notice"), message);
        }
    }

    private String text(Notice notice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", notice.id().toString());
        members.put("partner", notice.partner().value());
        members.put("kind", notice.kind().code());
        members.put("createdAt", notice.createdAt().toString());
        members.put(
                "vi",
                Map.of(
                        "subject",
                        notice.vietnamese().subject(),
                        "body",
                        notice.vietnamese().body()));
        members.put(
                "en",
                Map.of(
                        "subject",
                        notice.english().subject(),
                        "body",
                        notice.english().body()));
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }
}
