package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.camel.CamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.fixtures.BrokerInMemory;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.partner.Partner;

/** The shipped route files of a hub on a real broker: how each question ends, and what is left of it. */
class HubLaneTest extends CamelTestSupport {

    private static final String HUB = "h41-lgsp";
    private static final String IN = "dancu.hub.h41-lgsp.in";
    private static final String OUT = "dancu.hub.h41-lgsp.out";
    private static final String DEAD = "dancu.hub.h41-lgsp.dlq";
    private static final int MAX_BYTES = 8192;
    private static final int TRIES = 3;
    private static final String QUESTION = "{\"dichVu\":\"TraCuuThongTinCongDan\",\"maYeuCau\":\"HUB-1\",\"maDVC\":\"1.001193\","
            + "\"maCanBo\":\"cb-01\",\"soDinhDanh\":\"999080000001\",\"hoVaTen\":\"MẪU VĂN AN\",\"ngaySinh\":\"1980-01-02\"}";
    private static final String XML_QUESTION =
            "<d:TraCuuThongTinCongDan xmlns:d=\"http://dancuquocgia.bca\"><d:MaYeuCau>HUB-2</d:MaYeuCau>"
                    + "<d:MaDVC>1.001193</d:MaDVC><d:MaCanBo>cb-01</d:MaCanBo><d:SoDinhDanh>999080000001</d:SoDinhDanh>"
                    + "<d:HoVaTen>MAU VAN AN</d:HoVaTen><d:NgayThangNamSinh><d:NgayThangNam>19800102</d:NgayThangNam>"
                    + "</d:NgayThangNamSinh></d:TraCuuThongTinCongDan>";

    private static BrokerInMemory broker;

    private final ScriptedInquiries inquiries = new ScriptedInquiries();
    private final InMemoryPartners partners = new InMemoryPartners().with(HUB, "secret", Partner.State.ACTIVE);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void startBroker() {
        broker = BrokerInMemory.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        JmsSettings settings = new JmsSettings(DataSize.ofBytes(MAX_BYTES), TRIES - 1, Duration.ofMillis(10));
        camel.getRegistry().bind("gateway", new HubSteps(partners, settings, Clock.systemUTC()));
        camel.getRegistry().bind("inquiries", inquiries);
        camel.addComponent("jms", broker.component());
        RouteFiles.load(
                camel,
                "--dancu.gateway.jms.max-redeliveries=" + settings.maxRedeliveries(),
                "--dancu.gateway.jms.redelivery-delay=10");
        return camel;
    }

    @BeforeEach
    void listenToTheLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger("vn.dancu.bus")).addAppender(log);
    }

    @AfterEach
    void leaveNothingBehind() {
        ((Logger) LoggerFactory.getLogger("vn.dancu.bus")).detachAppender(log);
        assertThat(broker.takeAll(IN)).as("a lane is left empty").isEmpty();
        broker.takeAll(OUT);
        broker.takeAll(DEAD);
    }

    @Test
    void answersTextInJsonWithTextInJson() throws JMSException {
        inquiries.answer(HubLaneTest::nobody);

        Message answer = ask(text(QUESTION));

        assertThat(((TextMessage) answer).getText()).startsWith("{").contains("HUB-1");
        assertThat(answer.getStringProperty("DanCuResultStatus")).isEqualTo(ResultStatus.NOT_FOUND.code());
        assertThat(answer.getStringProperty("DanCuEventId")).isNotBlank();
        assertThat(inquiries.callers()).extracting(HubLaneTest::partner).containsExactly(HUB);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void answersBytesInXmlWithBytesInXml() throws JMSException {
        inquiries.answer(HubLaneTest::nobody);

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
        assertThat(deadLetters()).as("a question that was read and refused is not kept").isEmpty();
    }

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

        broker.send(IN, question);
        Message dead = broker.take(DEAD);

        assertThat(dead.getStringProperty("DanCuErrorCode")).isEqualTo("reply_destination_forbidden");
        assertThat(BrokerInMemory.text(dead)).isEqualTo(QUESTION);
        assertThat(logged()).contains(dead.getStringProperty("DanCuOccurrence"));
        assertThat(asked).as("it was answered, and that is on record").hasValue(1);
        assertThat(BrokerInMemory.text(ask(text(QUESTION)))).contains("HUB-1");
    }

    @Test
    void keepsAnUnreadableQuestionWhoseReplyQueueIsGone() throws JMSException {
        Message question = text("not XML");
        TemporaryQueue replyTo = broker.temporaryQueue();
        question.setJMSReplyTo(replyTo);
        broker.delete(replyTo);

        broker.send(IN, question);
        Message dead = broker.take(DEAD);

        assertThat(dead.getStringProperty("DanCuErrorCode")).isEqualTo("message_malformed");
        assertThat(BrokerInMemory.text(dead)).isEqualTo("not XML");
        assertThat(inquiries.refusals()).hasSize(1);
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

    private static Answer nobody(CitizenQuery question) {
        return new Answer.OfCitizen(question.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null);
    }

    private static String partner(Caller caller) {
        return caller.partner() == null ? "" : caller.partner().id().value();
    }

    private static Message text(String content) {
        return broker.message(session -> session.createTextMessage(content));
    }

    private static Message ask(Message question) {
        broker.send(IN, question);
        return broker.take(OUT);
    }

    private Message deadLetter(Message answer) throws JMSException {
        Message dead = broker.take(DEAD);
        assertThat(deadLetters()).as("one dead letter").isEmpty();
        for (String cause : List.of("DanCuErrorCode", "DanCuOccurrence", "JMSCorrelationID")) {
            Function<Message, String> of = it -> property(it, cause);
            assertThat(of.apply(dead)).as(cause).isNotBlank().isEqualTo(of.apply(answer));
        }
        assertThat(dead.getStringProperty("DanCuOriginalMessageId")).startsWith("ID:");
        assertThat(dead.getStringProperty("DanCuFailedAt")).isNotBlank();
        return dead;
    }

    private static String property(Message message, String name) {
        try {
            return name.startsWith("JMS") ? message.getJMSCorrelationID() : message.getStringProperty(name);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefusedOnce(Message answer, String code) throws JMSException {
        String occurrence = answer.getStringProperty("DanCuOccurrence");
        assertThat(answer.getStringProperty("DanCuErrorCode")).isEqualTo(code);
        assertThat(inquiries.refusals())
                .extracting(it -> it.refusal().occurrence().toString())
                .containsExactly(occurrence);
        assertThat(logged()).contains(occurrence);
    }

    private List<Message> deadLetters() {
        return broker.takeAll(DEAD);
    }

    private String logged() {
        return log.list.stream()
                .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
                .toList()
                .toString();
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
