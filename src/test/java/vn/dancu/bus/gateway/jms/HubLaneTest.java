package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
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
    void refusesAReplyQueueOfAnotherHub() throws JMSException {
        Message question = text(QUESTION);
        question.setJMSReplyTo(broker.queue("dancu.hub.g22-portal.out"));

        Message answer = ask(question);

        assertRefusedOnce(answer, "reply_destination_forbidden");
        assertThat(BrokerInMemory.text(deadLetter(answer))).isEqualTo(QUESTION);
        assertThat(broker.takeAll("dancu.hub.g22-portal.out")).isEmpty();
    }
}
