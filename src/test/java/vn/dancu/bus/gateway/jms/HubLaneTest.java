package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.fixtures.BrokerInMemory;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.partner.Partner;

/** How each question on a hub's lane ends. */
class HubLaneTest extends HubLane {

    @Test
    void answersTextInJsonWithTextInJson() throws JMSException {
        inquiries.answer(HubLane::nobody);

        Message answer = ask(text(QUESTION));

        assertThat(((TextMessage) answer).getText()).startsWith("{").contains("HUB-1");
        assertThat(answer.getStringProperty("DanCuResultStatus")).isEqualTo(ResultStatus.NOT_FOUND.code());
        assertThat(answer.getStringProperty("DanCuEventId")).isNotBlank();
        assertThat(inquiries.callers()).extracting(HubLane::partner).containsExactly(HUB);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void answersBytesInXmlWithBytesInXml() throws JMSException {
        inquiries.answer(HubLane::nobody);

        Message answer = ask(broker.message(session -> {
            BytesMessage bytes = session.createBytesMessage();
            bytes.writeBytes(XML_QUESTION.getBytes(StandardCharsets.UTF_8));
            return bytes;
        }));

        assertThat(answer).isInstanceOf(BytesMessage.class);
        assertThat(BrokerInMemory.text(answer)).startsWith("<").contains("CongdanCollection");
    }

    @Test
    void tellsTheInquiryWhyAHubMayNotAsk() throws JMSException {
        partners.with(HUB, "secret", Partner.State.SUSPENDED);
        inquiries.answer(question -> Refusal.of(ErrorCode.PARTNER_SUSPENDED));

        Message answer = ask(text(QUESTION));

        assertThat(answer.getStringProperty("DanCuErrorCode")).isEqualTo("partner_suspended");
        assertThat(inquiries.callers()).extracting(Caller::objection).containsExactly(ErrorCode.PARTNER_SUSPENDED);
        assertThat(deadLetters())
                .as("a question that was read and refused is not kept")
                .isEmpty();
    }

    @Test
    void triesAgainWhileTheDatabaseIsAwayAndRefusesOnce() throws JMSException {
        inquiries.answer(question -> Refusal.of(ErrorCode.REGISTER_UNAVAILABLE));

        Message answer = ask(text(QUESTION));

        assertThat(inquiries.callers()).hasSize(TRIES);
        assertRefusedOnce(answer, "register_unavailable");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
    }

    @Test
    void answersWhenTheDatabaseIsBackAndRecordsNoRefusal() throws JMSException {
        AtomicInteger tries = new AtomicInteger();
        inquiries.answer(question ->
                tries.incrementAndGet() < TRIES ? Refusal.of(ErrorCode.AUDIT_UNAVAILABLE) : nobody(question));

        Message answer = ask(text(QUESTION));

        assertThat(answer.getStringProperty("DanCuResultStatus")).isEqualTo(ResultStatus.NOT_FOUND.code());
        assertThat(inquiries.refusals()).isEmpty();
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void refusesAFailureThatNobodyForesawAndLogsItsOccurrence() throws JMSException {
        inquiries.answer(question -> {
            throw new IllegalStateException("999080000001");
        });

        Message answer = ask(text(QUESTION));

        assertRefusedOnce(answer, "internal_error");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
        assertThat(logged()).contains("java.lang.IllegalStateException").doesNotContain("999080000001");
    }

    @Test
    void answersOnATemporaryQueueOfTheAsker() throws JMSException {
        inquiries.answer(HubLane::nobody);
        Message question = text(QUESTION);
        TemporaryQueue replyTo = broker.temporaryQueue();
        question.setJMSReplyTo(replyTo);

        broker.send(IN, question);

        assertThat(BrokerInMemory.text(broker.take(replyTo))).contains("HUB-1");
        broker.delete(replyTo);
    }

    @Test
    void answersWhereTheBareNameOfTheHubsOwnQueueSays() throws JMSException {
        inquiries.answer(HubLane::nobody);

        assertThat(BrokerInMemory.text(ask(replyTo(OUT)))).contains("HUB-1");
        assertThat(BrokerInMemory.text(ask(replyTo("queue://" + OUT)))).contains("HUB-1");
    }

    /** {@code HubReplyIT} has more of them, over every protocol. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue://dancu.hub.g22-portal.out",
                "temp-queue://dancu.hub.g22-portal.out",
                "temp-topic://dancu.hub.g22-portal.out",
                "temp-queue://dancu.hub.h41-lgsp.out::dancu.hub.g22-portal.out",
                "temp-queue://nobody-has-made-this"
            })
    void refusesAReplyQueueThatIsNotTheAskers(String replyTo) throws JMSException {
        broker.makeQueue("dancu.hub.g22-portal.out");

        Message answer = ask(replyTo(replyTo));

        assertRefusedOnce(answer, "reply_destination_forbidden");
        assertThat(inquiries.callers()).as("nobody is looked up").isEmpty();
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
        assertThat(broker.takeAll("dancu.hub.g22-portal.out")).isEmpty();
        assertThat(broker.has(broker.queue("nobody-has-made-this"))).isFalse();
    }

    /** A destination as a client of another protocol writes it. */
    private static Message replyTo(String written) throws JMSException {
        Message question = text(QUESTION);
        ((ActiveMQMessage) question).getCoreMessage().putStringProperty("JMSReplyTo", written);
        return question;
    }
}
