package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.JmsQueue;
import org.apache.qpid.jms.JmsTemporaryQueue;
import org.apache.qpid.jms.JmsTemporaryTopic;
import org.apache.qpid.jms.JmsTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.StompClient;

/** Where a hub lets itself be answered, over every protocol of the broker; no answer goes into a queue of another hub. */
@SuppressWarnings("NullAway.Init")
class HubReplyIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String IN = "dancu.hub.h41-lgsp.in";
    private static final String OUT = "dancu.hub.h41-lgsp.out";
    private static final String FOREIGN = "dancu.hub.g22-portal.out";

    private static HubClient hub;
    private static HubClient portal;

    @BeforeAll
    static void signIn() {
        hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41");
        portal = new HubClient(BUS.ports().artemis(), "g22-portal", "sandbox-g22");
        portal.takeAll(FOREIGN);
    }

    @AfterAll
    static void nothingWentAstray() {
        assertThat(portal.takeAll(FOREIGN)).as("the queue of the other hub").isEmpty();
        hub.close();
        portal.close();
    }

    static Stream<String> names() {
        return Stream.of(
                FOREIGN,
                "dancu.hub.g22-portal.in",
                "dancu.hub.g22-portal.dlq",
                "dancu.hub.h41-lgsp.in",
                "dancu.hub.h41-lgsp.dlq",
                "dancu.hub.h41-lgsp.notice",
                "dancu.hub.h41-lgsp.other",
                "DANCU.HUB.H41-LGSP.OUT",
                OUT + " ",
                OUT + "::" + FOREIGN,
                OUT + "::" + OUT,
                "a::" + FOREIGN,
                "dancu.hub.*.out",
                "dancu.#",
                "dancu/hub/g22-portal/out",
                "$share/h41-lgsp/" + FOREIGN,
                "jms.queue." + FOREIGN,
                "activemq.management",
                "nobody-has-made-this",
                "ả-rập-©");
    }

    static Stream<String> written() {
        return names().flatMap(name -> Stream.of("", "queue://", "topic://", "temp-queue://", "temp-topic://")
                .map(kind -> kind + name));
    }

    @ParameterizedTest
    @MethodSource("written")
    void refusesWhatIsNotTheHubsOverStomp(String replyTo) throws JMSException {
        String id = UUID.randomUUID().toString();
        try (StompClient stomp = new StompClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            stomp.send(IN, Map.of("reply-to", replyTo, "correlation-id", id), question(id));
        }

        assertRefused(id);
    }

    @ParameterizedTest
    @MethodSource("written")
    void refusesWhatIsNotTheHubsOverCore(String replyTo) throws JMSException {
        String id = UUID.randomUUID().toString();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url("tcp"));
                JMSContext context = factory.createContext("h41-lgsp", "sandbox-h41")) {
            Message question = context.createTextMessage(question(id));
            question.setJMSCorrelationID(id);
            ((ActiveMQMessage) question).getCoreMessage().putStringProperty("JMSReplyTo", replyTo);
            context.createProducer().send(context.createQueue(IN), question);
        }

        assertRefused(id);
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesWhatIsNotTheHubsOverAmqp(String name) throws JMSException {
        for (Destination forged : new Destination[] {
            new JmsQueue(name), new JmsTopic(name), new JmsTemporaryQueue(name), new JmsTemporaryTopic(name)
        }) {
            String id = UUID.randomUUID().toString();
            try (JMSContext context =
                    new JmsConnectionFactory("h41-lgsp", "sandbox-h41", url("amqp")).createContext()) {
                send(context, id, forged);
            }

            assertRefused(id);
        }
    }

    @Test
    void answersTheBareNameOfTheOwnQueueOverStomp() throws JMSException {
        for (String replyTo : new String[] {OUT, "queue://" + OUT}) {
            String id = UUID.randomUUID().toString();
            try (StompClient stomp = new StompClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
                stomp.send(IN, Map.of("reply-to", replyTo, "correlation-id", id), question(id));
            }

            assertThat(answer(id).getStringProperty("DanCuResultStatus")).isEqualTo("found");
        }
    }

    @Test
    void answersOnADynamicAddressOverAmqp() throws JMSException {
        String id = UUID.randomUUID().toString();
        try (JMSContext context = new JmsConnectionFactory("h41-lgsp", "sandbox-h41", url("amqp")).createContext()) {
            TemporaryQueue replyTo = context.createTemporaryQueue();
            JMSConsumer replies = context.createConsumer(replyTo);
            for (Destination written : new Destination[] {replyTo, new JmsQueue(replyTo.getQueueName())}) {
                send(context, id, written);

                assertThat(replies.receiveBody(String.class, 20_000)).contains(id);
            }
        }
    }

    @Test
    void answersOnATemporaryQueueOverCore() throws JMSException {
        String id = UUID.randomUUID().toString();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url("tcp"));
                JMSContext context = factory.createContext("h41-lgsp", "sandbox-h41")) {
            TemporaryQueue replyTo = context.createTemporaryQueue();
            send(context, id, replyTo);

            assertThat(context.createConsumer(replyTo).receiveBody(String.class, 20_000))
                    .contains(id);
        }
    }

    @Test
    void makesNoQueueForAReply() throws JMSException, ActiveMQException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url("tcp"));
                ActiveMQConnection connection =
                        (ActiveMQConnection) factory.createConnection("h41-lgsp", "sandbox-h41");
                ActiveMQSession session = (ActiveMQSession) connection.createSession()) {
            for (String name : new String[] {"nobody-has-made-this", "dancu.hub.h41-lgsp.other", "a", OUT + " "}) {
                assertThat(session.getCoreSession()
                                .addressQuery(SimpleString.of(name))
                                .isExists())
                        .as(name)
                        .isFalse();
            }
        }
    }

    private static void send(JMSContext context, String id, Destination replyTo) throws JMSException {
        Message question = context.createTextMessage(question(id));
        question.setJMSCorrelationID(id);
        question.setJMSReplyTo(replyTo);
        context.createProducer().send(context.createQueue(IN), question);
    }

    private static String question(String id) {
        Person person = BUS.anybody();
        return """
                {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh());
    }

    private static Message answer(String id) {
        return Objects.requireNonNull(hub.answer(id), "the hub is answered");
    }

    private static void assertRefused(String id) throws JMSException {
        assertThat(answer(id).getStringProperty("DanCuErrorCode")).isEqualTo("reply_destination_forbidden");
        assertThat(hub.take("dancu.hub.h41-lgsp.dlq", id, 20_000)).isNotNull();
    }

    private static String url(String protocol) {
        return protocol + "://127.0.0.1:" + BUS.ports().artemis();
    }
}
