package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.StompClient;

/** What hubs send over the protocols of the broker, in whatever state; the lane answers it, keeps it and goes on. */
class HubHabitsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String IN = "dancu.hub.h41-lgsp.in";
    private static final String OUT = "dancu.hub.h41-lgsp.out";
    private static final String DEAD = "dancu.hub.h41-lgsp.dlq";
    private static final int GROUPS = 8;
    private static final int EACH = 25;

    @Test
    void answersTheQuestionsOfAGroupInTheirOrder() throws JMSException {
        Map<String, List<String>> answered = new TreeMap<>();
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url("tcp"));
                JMSContext context = factory.createContext("h41-lgsp", "sandbox-h41", JMSContext.SESSION_TRANSACTED)) {
            for (int i = 0; i < GROUPS * EACH; i++) {
                Message question =
                        context.createTextMessage(question(UUID.randomUUID().toString()));
                question.setStringProperty("JMSXGroupID", "group-" + i % GROUPS);
                question.setJMSCorrelationID("group-" + i % GROUPS + " " + i);
                context.createProducer().send(context.createQueue(IN), question);
            }
            context.commit();
            try (JMSConsumer answers =
                    context.createConsumer(context.createQueue(OUT), "JMSCorrelationID like 'group-%'")) {
                for (int i = 0; i < GROUPS * EACH; i++) {
                    String id = Objects.requireNonNull(answers.receive(20_000)).getJMSCorrelationID();
                    answered.computeIfAbsent(id.split(" ")[0], group -> new ArrayList<>())
                            .add(id);
                }
            }
            context.commit();
        }

        assertThat(answered).hasSize(GROUPS);
        answered.values().forEach(group -> assertThat(group.stream()
                        .map(id -> Integer.valueOf(id.split(" ")[1]))
                        .toList())
                .hasSize(EACH)
                .isSorted());
    }

    @Test
    void answersOverStompWithVietnameseInAHeader() throws JMSException {
        String id = UUID.randomUUID().toString();
        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41");
                StompClient stomp = new StompClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            stomp.send(IN, Map.of("correlation-id", id, "XRoadIssue", "Hồ sơ 12/QĐ"), question(id));

            Message answer = Objects.requireNonNull(hub.answer(id));
            assertThat(answer.getStringProperty("DanCuResultStatus")).isEqualTo("found");
            assertThat(BUS.jdbc()
                            .sql("select event from audit.event where id = cast(? as uuid)")
                            .param(answer.getStringProperty("DanCuEventId"))
                            .query(String.class)
                            .single())
                    .contains("\"issue\":\"Hồ sơ 12/QĐ\"");
        }
    }

    /** A client of STOMP gives its message neither of the ids. */
    @Test
    void answersAMessageWithoutAnyId() throws JMSException {
        String id = UUID.randomUUID().toString();
        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41");
                StompClient stomp = new StompClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            stomp.send(IN, Map.of(), question(id));
            stomp.send(IN, Map.of(), "{ no JSON " + id);

            assertThat(hub.takeUntil(OUT, content -> content.contains(id))).startsWith("{");
            assertThat(hub.takeUntil(DEAD, content -> content.contains(id))).isEqualTo("{ no JSON " + id);
        }
    }

    @Test
    void answersTwoQuestionsOfOneCorrelationId() {
        String id = UUID.randomUUID().toString();
        try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
            hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
            hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);

            assertThat(hub.answer(id)).isNotNull();
            assertThat(hub.answer(id)).isNotNull();
        }
    }

    @Test
    void answersBytesOverAmqp() throws JMSException {
        String id = UUID.randomUUID().toString();
        try (JMSContext context = new JmsConnectionFactory("h41-lgsp", "sandbox-h41", url("amqp")).createContext()) {
            BytesMessage question = context.createBytesMessage();
            question.writeBytes(question(id).getBytes(StandardCharsets.UTF_8));
            question.setJMSCorrelationID(id);
            context.createProducer().send(context.createQueue(IN), question);

            Message answer = context.createConsumer(context.createQueue(OUT), "JMSCorrelationID = '" + id + "'")
                    .receive(20_000);
            assertThat(answer).isInstanceOf(BytesMessage.class);
            assertThat(HubClient.content(answer)).contains(id);
        }
    }

    /** The client library of the bus cannot open it, and would get it again and again. */
    @Test
    void doesNotStopAtATextThatIsNone() throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url("tcp"));
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession("h41-lgsp", "sandbox-h41", false, true, true, false, 0)) {
            ClientMessage broken = session.createMessage((byte) 3, true);
            broken.getBodyBuffer().writeByte((byte) 1);
            broken.getBodyBuffer().writeInt(1_000_000);
            session.createProducer(IN).send(broken);
            session.start();

            String id = UUID.randomUUID().toString();
            boolean isAnswered;
            try (HubClient hub = new HubClient(BUS.ports().artemis(), "h41-lgsp", "sandbox-h41")) {
                hub.send(question(id).getBytes(StandardCharsets.UTF_8), true, id);
                isAnswered = hub.answer(id) != null;
                assertThat(isAnswered).as("the next question").isTrue();
                assertThat(hub.take("dancu.hub.h41-lgsp.out", id, 100))
                        .as("again")
                        .isNull();
            }
            try (var letters = session.createConsumer(DEAD)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    ClientMessage letter = letters.receiveImmediate();
                    return letter != null
                            && letter.getType() == ClientMessage.BYTES_TYPE
                            && letter.getBodySize() == broken.getBodySize()
                            && "message_malformed".equals(letter.getStringProperty("DanCuErrorCode"));
                });
                new Balance("poison-hub", 2, isAnswered ? 1 : 0, 1, isAnswered ? 0 : 1, 0).written();
            }
        }
    }

    private static String question(String id) {
        Person person = BUS.anybody();
        return """
                {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01",
                "soDinhDanh":"%s","hoVaTen":"%s","ngaySinh":"%s"}"""
                .formatted(id, person.soDinhDanh(), person.hoVaTen(), person.ngaySinh());
    }

    private static String url(String protocol) {
        return protocol + "://127.0.0.1:" + BUS.ports().artemis();
    }
}
