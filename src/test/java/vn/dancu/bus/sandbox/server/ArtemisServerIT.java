package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNonExistentQueueException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.sandbox.SandboxSettings.User;

@SuppressWarnings("NullAway.Init")
class ArtemisServerIT {

    private static final User BUS = new User("dancu-bus", "sandbox-bus", true);
    private static final User HUB = new User("h41-lgsp", "sandbox-h41", false);
    private static final User PORTAL = new User("g22-portal", "sandbox-g22", false);
    private static final int PATIENCE_MILLIS = 5_000;

    private static final String RIGHTS =
            """
            address                   , bus , h41 , g22
            dancu.hub.h41-lgsp.in    , C   , S   , -
            dancu.hub.h41-lgsp.out   , S   , CB  , -
            dancu.hub.h41-lgsp.dlq   , S   , CB  , -
            dancu.hub.h41-lgsp.notice, S   , CB  , -
            dancu.hub.g22-portal.in  , C   , -  , S
            dancu.hub.g22-portal.out , S   , -  , CB
            dancu.hub.g22-portal.dlq , S   , -  , CB
            dancu.hub.k01-moi.in     , C   , -  , -
            dancu.hub.k01-moi.out    , S   , -  , -
            dancu.hub.h41-lgsp.other , -  , -  , -
            dancu.hub.h41-lgsp.out.a , -  , -  , -
            dancu.channel.statistics , SCN , -  , -
            dancu.dlq                , -  , -  , -
            anything                 , S   , CN  , CN
            any.thing                , -  , -  , -
            activemq.management      , -  , -  , -
            activemq.notifications   , -  , -  , -
            """;

    @TempDir
    private static Path dir;

    private static ArtemisServer server;

    static Stream<Arguments> rights() {
        return RIGHTS.lines()
                .skip(1)
                .map(line -> Arguments.of((Object[]) line.trim().split("[ ,]+")));
    }

    @BeforeAll
    static void startServer() throws Exception {
        makeQueues();
        server = new ArtemisServer(dir, 0, List.of(BUS, HUB, PORTAL));
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @BeforeEach
    void leaveNoMessages() {
        try (JMSContext hub = open(HUB);
                JMSContext bus = open(BUS)) {
            drain(bus, "dancu.hub.h41-lgsp.in");
            drain(hub, "dancu.hub.h41-lgsp.out");
        }
    }

    private static void drain(JMSContext context, String queue) {
        try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            while (consumer.receiveNoWait() != null) {
                continue;
            }
        }
    }

    @Test
    void carriesAQuestionAndItsAnswerOnATemporaryQueue() throws JMSException {
        try (JMSContext hub = open(HUB);
                JMSContext bus = open(BUS)) {
            TemporaryQueue replies = hub.createTemporaryQueue();
            hub.createProducer().setJMSReplyTo(replies).send(hub.createQueue("dancu.hub.h41-lgsp.in"), "question");
            Message question =
                    bus.createConsumer(bus.createQueue("dancu.hub.h41-lgsp.in")).receive(PATIENCE_MILLIS);

            bus.createProducer().send(question.getJMSReplyTo(), "answer");

            assertThat(hub.createConsumer(replies).receiveBody(String.class, PATIENCE_MILLIS))
                    .isEqualTo("answer");
        }
    }

    @Test
    void carriesAnswersOnThePartnersOwnQueue() {
        try (JMSContext hub = open(HUB);
                JMSContext bus = open(BUS)) {
            bus.createProducer().send(bus.createQueue("dancu.hub.h41-lgsp.out"), "answer");

            assertThat(hub.createConsumer(hub.createQueue("dancu.hub.h41-lgsp.out"))
                            .receiveBody(String.class, PATIENCE_MILLIS))
                    .isEqualTo("answer");
        }
    }

    /** PR-QUEUE's table of queues, and what nobody may touch; S send, C consume, B browse, N make a queue for the moment. */
    @ParameterizedTest
    @MethodSource("rights")
    void letsEachUserDoWhatTheProtocolSays(String address, String bus, String hub, String portal) throws Exception {
        assertThat(rightsOf(BUS, address)).as("of the bus at %s", address).isEqualTo(bus);
        assertThat(rightsOf(HUB, address)).as("of h41-lgsp at %s", address).isEqualTo(hub);
        assertThat(rightsOf(PORTAL, address)).as("of g22-portal at %s", address).isEqualTo(portal);
    }

    @Test
    void movesAQuestionThatHasExpiredToTheDeadLettersOfItsHub() {
        try (JMSContext hub = open(HUB);
                JMSContext bus = open(BUS)) {
            drain(hub, "dancu.hub.h41-lgsp.dlq");
            hub.createProducer().setTimeToLive(1).send(hub.createQueue("dancu.hub.h41-lgsp.in"), "late");

            assertThat(bus.createConsumer(bus.createQueue("dancu.hub.h41-lgsp.in"))
                            .receive(300))
                    .isNull();
            assertThat(hub.createConsumer(hub.createQueue("dancu.hub.h41-lgsp.dlq"))
                            .receiveBody(String.class, PATIENCE_MILLIS))
                    .isEqualTo("late");
        }
    }

    @Test
    void refusesAWrongSecret() {
        assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                .isThrownBy(() -> open(new User("h41-lgsp", "wrong", false)));
    }

    @Test
    void keepsMessagesWhileItIsStopped() {
        try (JMSContext hub = open(HUB)) {
            hub.createProducer().send(hub.createQueue("dancu.hub.h41-lgsp.in"), "kept");
        }
        int port = server.port();

        server.stop();
        server.start();

        assertThat(server.port()).isEqualTo(port);
        try (JMSContext bus = open(BUS)) {
            assertThat(bus.createConsumer(bus.createQueue("dancu.hub.h41-lgsp.in"))
                            .receiveBody(String.class, PATIENCE_MILLIS))
                    .isEqualTo("kept");
        }
    }

    /** Each address with a queue, so that only a right can be missing: made by a broker without users, on the same disk. */
    private static void makeQueues() throws Exception {
        Path data = dir.toAbsolutePath().resolve("artemis");
        EmbeddedActiveMQ open = new EmbeddedActiveMQ();
        open.setConfiguration(new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString()));
        open.start();
        for (Arguments row : rights().toList()) {
            String address = (String) row.get()[0];
            if (!address.startsWith("activemq.")) {
                open.getActiveMQServer()
                        .createQueue(QueueConfiguration.of(address).setRoutingType(RoutingType.ANYCAST));
            }
        }
        open.stop();
    }

    private static String rightsOf(User user, String address) throws Exception {
        StringBuilder rights = new StringBuilder();
        try (ServerLocator locator = ActiveMQClient.createServerLocator("tcp://127.0.0.1:" + server.port());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session =
                        factory.createSession(user.name(), user.secret(), false, true, true, false, 0)) {
            add(rights, "S", () -> session.createProducer(address).send(session.createMessage(true)));
            add(rights, "C", () -> session.createConsumer(address).close());
            add(rights, "B", () -> session.createConsumer(address, true).close());
            String moment = UUID.randomUUID().toString();
            add(
                    rights,
                    "N",
                    () -> session.createQueue(QueueConfiguration.of(moment)
                            .setAddress(address)
                            .setRoutingType(RoutingType.ANYCAST)
                            .setDurable(false)));
        }
        return rights.isEmpty() ? "-" : rights.toString();
    }

    private interface Deed {
        void run() throws ActiveMQException;
    }

    private static void add(StringBuilder rights, String letter, Deed deed) throws ActiveMQException {
        try {
            deed.run();
            rights.append(letter);
        } catch (ActiveMQSecurityException | ActiveMQNonExistentQueueException e) {
            // The right is not there; or no queue is, of the broker's own addresses.
        }
    }

    private static JMSContext open(User user) {
        JMSContext context = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + server.port()).createContext(user.name(), user.secret());
        context.start();
        return context;
    }
}
