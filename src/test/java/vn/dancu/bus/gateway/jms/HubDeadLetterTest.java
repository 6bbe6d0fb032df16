package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.BrokerInMemory;
import vn.dancu.bus.fixtures.OpenFiles;

/** What is left of a question that could not be answered: itself, as it came, and the cause. */
class HubDeadLetterTest extends HubLane {

    @Test
    void keepsAnUnreadableQuestionAsItCame() throws JMSException {
        Message answer = ask(text("{ not JSON"));

        assertRefusedOnce(answer, "message_malformed");
        assertThat(BrokerInMemory.text(answer)).as("JSON is refused in JSON").startsWith("{");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo("{ not JSON");
    }

    @Test
    void keepsAQuestionThatIsTooLargeAsItCame() throws JMSException {
        String large = "<" + "x".repeat(MAX_BYTES);

        Message answer = ask(broker.message(session -> {
            BytesMessage bytes = session.createBytesMessage();
            bytes.writeBytes(large.getBytes(StandardCharsets.UTF_8));
            return bytes;
        }));

        assertRefusedOnce(answer, "message_too_large");
        Message dead = deadLetter(answer);
        assertThat(dead).isInstanceOf(BytesMessage.class);
        assertThat(BrokerInMemory.text(dead)).isEqualTo(large);
    }

    /** So large that the broker keeps it in a file of its own and the client library takes it piece by piece. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsALargeMessageAsItCameAndLeavesNoFile(boolean asText) throws JMSException, IOException {
        String large = "{\"soDinhDanh\":\"" + "9".repeat(300_000) + "\"}";
        int before = OpenFiles.named("dancu-content-").size();

        Message answer = ask(broker.message(session -> {
            if (asText) {
                return session.createTextMessage(large);
            }
            BytesMessage bytes = session.createBytesMessage();
            bytes.writeBytes(large.getBytes(StandardCharsets.UTF_8));
            return bytes;
        }));

        assertRefusedOnce(answer, "message_too_large");
        assertThat(answer instanceof TextMessage).isEqualTo(asText);
        assertThat(BrokerInMemory.text(answer)).as("JSON is refused in JSON").startsWith("{");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(large);
        await().untilAsserted(
                        () -> assertThat(OpenFiles.named("dancu-content-")).hasSizeLessThanOrEqualTo(before));
    }

    @Test
    void refusesALongCorrelationIdUnderTheMessageId() throws JMSException {
        Message question = text(QUESTION);
        question.setJMSCorrelationID("x".repeat(1025));

        Message answer = ask(question);

        assertRefusedOnce(answer, "header_invalid");
        assertThat(answer.getStringProperty("DanCuErrorField")).isEqualTo("JMSCorrelationID");
        assertThat(answer.getJMSCorrelationID()).isEqualTo(question.getJMSMessageID());
        assertThat(BrokerInMemory.text(answer)).as("JSON is refused in JSON").startsWith("{");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
    }

    @Test
    void refusesAReplyDestinationThatIsNoText() throws JMSException {
        Message question = text(QUESTION);
        ((ActiveMQMessage) question).getCoreMessage().putBytesProperty("JMSReplyTo", new byte[] {1, 2, 3});

        Message answer = ask(question);

        assertRefusedOnce(answer, "header_invalid");
        assertThat(answer.getStringProperty("DanCuErrorField")).isEqualTo("JMSReplyTo");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
    }

    @Test
    void keepsAQuestionWhoseFailureNobodyForesawAndLogsTheCause() throws JMSException {
        partners.failWith(new IllegalStateException("999080000001"));

        Message answer = ask(text(QUESTION));

        assertThat(answer.getStringProperty("DanCuErrorCode")).isEqualTo("internal_error");
        assertThat(BrokerInMemory.text(answer)).as("JSON is refused in JSON").startsWith("{");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
        assertThat(logged())
                .contains("java.lang.IllegalStateException", answer.getStringProperty("DanCuOccurrence"))
                .doesNotContain("999080000001");
    }

    @Test
    void keepsTheTextWithTheCharsetThatItDeclared() throws JMSException {
        String unknown = "<?xml version=\"1.0\" encoding=\"utf-16\"?><Unknown xmlns=\"http://dancuquocgia.bca\"/>";

        Message answer = ask(text(unknown));

        assertRefusedOnce(answer, "operation_unknown");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(unknown);
    }

    @Test
    void keepsAStreamAndAMessageWithoutABody() throws JMSException {
        Message answer = ask(broker.message(session -> {
            StreamMessage stream = session.createStreamMessage();
            stream.writeString("999080000001");
            return stream;
        }));
        assertRefusedOnce(answer, "media_type_unsupported");
        assertThat(((StreamMessage) deadLetter(answer)).readString()).isEqualTo("999080000001");

        Message bare = ask(broker.message(JMSContext::createMessage));
        assertThat(bare.getStringProperty("DanCuErrorCode")).isEqualTo("media_type_unsupported");
        assertThat(deadLetter(bare)).isNotNull();
    }

    @Test
    void refusesAPropertyOfAnotherTypeAndKeepsTheQuestion() throws JMSException {
        Message question = text(QUESTION);
        ((ActiveMQMessage) question).getCoreMessage().putBytesProperty("XRoadIssue", new byte[] {1, 2, 3});
        question.setIntProperty("XRoadRepresentedParty", 7);
        question.setIntProperty("JMSXGroupID", 7);
        question.setBooleanProperty("DanCuErrorCode", true);

        Message answer = ask(question);

        assertRefusedOnce(answer, "header_invalid");
        assertThat(answer.getStringProperty("DanCuErrorField")).isEqualTo("XRoadIssue");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
    }

    @Test
    void keepsAMapAsItCame() throws JMSException {
        Message answer = ask(broker.message(session -> {
            MapMessage map = session.createMapMessage();
            map.setString("soDinhDanh", "999080000001");
            map.setInt("n", 7);
            return map;
        }));

        assertRefusedOnce(answer, "media_type_unsupported");
        MapMessage dead = (MapMessage) deadLetter(answer);
        assertThat(dead.getString("soDinhDanh")).isEqualTo("999080000001");
        assertThat(dead.getInt("n")).isEqualTo(7);
    }

    @Test
    void keepsAnObjectAsItCameAndDoesNotMakeIt() throws JMSException {
        Unmade.MADE.set(0);

        Message answer = ask(broker.message(session -> session.createObjectMessage(new Unmade())));

        assertRefusedOnce(answer, "media_type_unsupported");
        assertThat(deadLetter(answer)).isInstanceOf(ObjectMessage.class);
        assertThat(Unmade.MADE).hasValue(0);
    }

    @Test
    void keepsTheQuestionWhoseReplyQueueIsGoneAndGoesOn() throws JMSException {
        AtomicInteger asked = new AtomicInteger();
        Message question = text(QUESTION);
        TemporaryQueue replyTo = broker.temporaryQueue();
        question.setJMSReplyTo(replyTo);
        inquiries.answer(query -> {
            if (asked.getAndIncrement() == 0) {
                broker.delete(replyTo);
            }
            return nobody(query);
        });

        Message refused = ask(question);

        assertRefusedOnce(refused, "reply_destination_forbidden");
        assertThat(BrokerInMemory.text(refused)).as("no answer").doesNotContain("ketQua");
        assertThat(refused.getStringProperty("DanCuErrorRule"))
                .as("the record of the refusal names that of the answer")
                .containsPattern("the answer of event [0-9a-f-]{36} was dropped");
        assertThat(BrokerInMemory.text(deadLetter(refused))).isEqualTo(QUESTION);
        assertThat(broker.has(replyTo)).as("the bus makes no queue").isFalse();
        assertThat(asked).hasValue(1);
        assertThat(BrokerInMemory.text(ask(text(QUESTION)))).contains("HUB-1");
    }

    @Test
    void doesNotAskForSomebodyWhoseReplyQueueIsGoneAlready() throws JMSException {
        Message question = text(QUESTION);
        TemporaryQueue replyTo = broker.temporaryQueue();
        question.setJMSReplyTo(replyTo);
        broker.delete(replyTo);

        Message refused = ask(question);

        assertRefusedOnce(refused, "reply_destination_forbidden");
        assertThat(inquiries.callers()).isEmpty();
        assertThat(broker.has(replyTo)).isFalse();
        assertThat(BrokerInMemory.text(deadLetter(refused))).isEqualTo(QUESTION);
    }

    /** An object that says when somebody makes it. */
    static final class Unmade implements java.io.Serializable {

        static final AtomicInteger MADE = new AtomicInteger();
        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            MADE.incrementAndGet();
            return this;
        }
    }
}
