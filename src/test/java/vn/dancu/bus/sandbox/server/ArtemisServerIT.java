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
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
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
            dancu.hub.h41-lgsp.in    , SCB , S   , -
            dancu.hub.h41-lgsp.out   , S   , CB  , -
            dancu.hub.h41-lgsp.dlq   , SCB , CB  , -
            dancu.hub.h41-lgsp.notice, S   , CB  , -
            dancu.hub.h41-lgsp.changes, S  , CB  , -
            dancu.hub.h41-lgsp.enrichment, CB, S  , -
            dancu.hub.g22-portal.in  , SCB , -  , S
            dancu.hub.g22-portal.out , S   , -  , CB
            dancu.hub.g22-portal.dlq , SCB , -  , CB
            dancu.hub.g22-portal.changes, S , - , CB
            dancu.hub.g22-portal.enrichment, CB, - , S
            dancu.hub.k01-moi.in     , SCB , -  , -
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
        assertThat(BrokerRights.of(url(), BUS, address))
                .as("of the bus at %s", address)
                .isEqualTo(bus);
        assertThat(BrokerRights.of(url(), HUB, address))
                .as("of h41-lgsp at %s", address)
                .isEqualTo(hub);
        assertThat(BrokerRights.of(url(), PORTAL, address))
                .as("of g22-portal at %s", address)
                .isEqualTo(portal);
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

    /** Over the network, as a hub. */
    private static String url() {
        return "tcp://" + LoopbackPort.HOST + ":" + server.port();
    }

    private static JMSContext open(User user) {
        JMSContext context = new ActiveMQConnectionFactory(url()).createContext(user.name(), user.secret());
        context.start();
        return context;
    }
}
