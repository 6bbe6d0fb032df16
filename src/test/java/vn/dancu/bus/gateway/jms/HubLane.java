package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.fixtures.BrokerInMemory;
import vn.dancu.bus.fixtures.ForgetfulLedger;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.ScriptedInquiries;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.partner.Partner;

/** The shipped route files of a hub on a real broker, and a hub that asks there. */
abstract class HubLane extends CamelTestSupport {

    static final String HUB = "h41-lgsp";
    static final String IN = "dancu.hub.h41-lgsp.in";
    static final String OUT = "dancu.hub.h41-lgsp.out";
    static final String DEAD = "dancu.hub.h41-lgsp.dlq";
    static final int MAX_BYTES = 8192;
    static final int TRIES = 3;
    static final String QUESTION =
            "{\"dichVu\":\"TraCuuThongTinCongDan\",\"maYeuCau\":\"HUB-1\",\"maDVC\":\"1.001193\","
                    + "\"maCanBo\":\"cb-01\",\"soDinhDanh\":\"999080000001\",\"hoVaTen\":\"MẪU VĂN AN\",\"ngaySinh\":\"1980-01-02\"}";
    static final String XML_QUESTION =
            "<d:TraCuuThongTinCongDan xmlns:d=\"http://dancuquocgia.bca\"><d:MaYeuCau>HUB-2</d:MaYeuCau>"
                    + "<d:MaDVC>1.001193</d:MaDVC><d:MaCanBo>cb-01</d:MaCanBo><d:SoDinhDanh>999080000001</d:SoDinhDanh>"
                    + "<d:HoVaTen>MAU VAN AN</d:HoVaTen><d:NgayThangNamSinh><d:NgayThangNam>19800102</d:NgayThangNam>"
                    + "</d:NgayThangNamSinh></d:TraCuuThongTinCongDan>";

    static BrokerInMemory broker;

    final ScriptedInquiries inquiries = new ScriptedInquiries();
    final InMemoryPartners partners = new InMemoryPartners().with(HUB, "secret", Partner.State.ACTIVE);
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
        camel.getRegistry()
                .bind(
                        "gateway",
                        new HubSteps(
                                partners,
                                new UnmarkedMessages(),
                                new ForgetfulLedger(),
                                settings,
                                true,
                                Clock.systemUTC()));
        camel.getRegistry().bind("inquiries", inquiries);
        JmsComponent jms = broker.component();
        HubWiring.hubConnections()
                .postProcessAfterInitialization(jms.getConfiguration().getConnectionFactory(), "jmsConnectionFactory");
        camel.addComponent("jms", jms);
        camel.getRegistry().bind("hubRedelivery", new HubWiring().hubRedelivery(settings));
        RouteFiles.load(camel, "partners", "shared", "templates");
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

    static Answer nobody(CitizenQuery question) {
        return new Answer.OfCitizen(question.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null);
    }

    static String partner(Caller caller) {
        return caller.partner() == null ? "" : caller.partner().id().value();
    }

    static Message text(String content) {
        return broker.message(session -> session.createTextMessage(content));
    }

    static Message ask(Message question) {
        broker.send(IN, question);
        return broker.take(OUT);
    }

    Message deadLetter(Message answer) throws JMSException {
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

    void assertRefusedOnce(Message answer, String code) throws JMSException {
        String occurrence = answer.getStringProperty("DanCuOccurrence");
        assertThat(answer.getStringProperty("DanCuErrorCode")).isEqualTo(code);
        assertThat(inquiries.refusals())
                .extracting(it -> it.refusal().occurrence().toString())
                .containsExactly(occurrence);
        assertThat(logged()).contains(occurrence);
    }

    List<Message> deadLetters() {
        return broker.takeAll(DEAD);
    }

    String logged() {
        return log.list.stream()
                .map(line -> line.getFormattedMessage() + line.getKeyValuePairs())
                .toList()
                .toString();
    }
}
