package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.sandbox.SandboxSettings.User;

@SuppressWarnings("NullAway.Init")
class ArtemisServerIT {

    private static final User BUS = new User("dancu-bus", "sandbox-bus", true);
    private static final User HUB = new User("h41-lgsp", "sandbox-h41", false);
    private static final User PORTAL = new User("g22-portal", "sandbox-g22", false);
    private static final int PATIENCE_MILLIS = 5_000;

    @TempDir
    private static Path dir;

    private static ArtemisServer server;

    @BeforeAll
    static void startServer() {
        server = new ArtemisServer(dir, 0, List.of(BUS, HUB, PORTAL));
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
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

    @ParameterizedTest
    @ValueSource(
            strings = {"dancu.hub.h41-lgsp.in", "dancu.hub.g22-portal.out", "anything", "dancu.hub.g22-portal.dlq"})
    void letsAPartnerSendToItsOwnQueueOnly(String queue) {
        try (JMSContext portal = open(PORTAL)) {
            assertThatExceptionOfType(JMSRuntimeException.class)
                    .as("forbidden, or not there and not made by asking for it")
                    .isThrownBy(() -> portal.createProducer().send(portal.createQueue(queue), "question"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dancu.hub.h41-lgsp.out", "dancu.hub.g22-portal.in", "dancu.hub.h41-lgsp.in"})
    void letsAPartnerReadItsOwnAnswersOnly(String queue) {
        try (JMSContext bus = open(BUS);
                JMSContext portal = open(PORTAL)) {
            bus.createProducer().send(bus.createQueue(queue), "x");

            assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                    .isThrownBy(() -> portal.createConsumer(portal.createQueue(queue)));

            bus.createConsumer(bus.createQueue(queue)).receive(PATIENCE_MILLIS);
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

    private static JMSContext open(User user) {
        JMSContext context = new ActiveMQConnectionFactory(server.url()).createContext(user.name(), user.secret());
        context.start();
        return context;
    }
}
