package vn.dancu.bus.sandbox.server;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import vn.dancu.bus.sandbox.SandboxSettings.User;

/**
 * The least that a hub's lane can be, on the sandbox's own broker: each of so many transacted sessions receives a question,
 * sends an answer and commits. It looks nobody up, checks nothing and records nothing.
 *
 * <p>Arguments: folder of the broker, its port, the hub's name and secret, sessions, length of an answer in characters.
 */
public final class BareLane {

    private final Session session;
    private final MessageConsumer questions;
    private final MessageProducer answers;
    private final String filler;

    private BareLane(Session session, String hub, String filler) throws JMSException {
        this.session = session;
        this.questions = session.createConsumer(session.createQueue("dancu.hub." + hub + ".in"));
        this.answers = session.createProducer(session.createQueue("dancu.hub." + hub + ".out"));
        this.filler = filler;
    }

    public static void main(String[] arguments) throws JMSException, InterruptedException {
        User bus = new User("dancu-bus", "bare", true);
        User hub = new User(arguments[2], arguments[3], false);
        ArtemisServer broker =
                new ArtemisServer(Path.of(arguments[0]), Integer.parseInt(arguments[1]), List.of(bus, hub));
        broker.start();
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
        factory.setBlockOnDurableSend(false);
        // One for all sessions, as the lane of a hub has it.
        Connection connection = factory.createConnection(bus.name(), bus.secret());
        connection.start();
        String filler = "-".repeat(Integer.parseInt(arguments[5]));
        for (int i = 0; i < Integer.parseInt(arguments[4]); i++) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            BareLane lane = new BareLane(session, hub.name(), filler);
            new Thread(lane::serve, "lane-" + i).start();
        }
        new CountDownLatch(1).await();
    }

    private void serve() {
        try {
            while (true) {
                Message question = questions.receive();
                // The client looks for the number that it asked for.
                TextMessage answer = session.createTextMessage(((TextMessage) question).getText() + filler);
                answer.setJMSCorrelationID(question.getJMSCorrelationID());
                answer.setStringProperty("DanCuEventId", "none");
                answers.send(answer);
                session.commit();
            }
        } catch (JMSException e) {
            throw new IllegalStateException("The bare lane broke off", e);
        }
    }
}
