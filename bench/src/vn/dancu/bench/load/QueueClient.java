package vn.dancu.bench.load;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A hub at its queues: persistent JSON questions, so many of them in flight, each answer taken from the queue {@code .out} and
 * checked. Used by one thread.
 */
public final class QueueClient implements Load {

    private static final Duration DRAIN = Duration.ofSeconds(15);
    private static final int MAX_COMPLAINTS = 3;
    private static final String QUESTION =
            """
            {"dichVu":"TraCuuThongTinCongDan","maYeuCau":"%s","maDVC":"1.001193","maCanBo":"canbo01","soDinhDanh":"%s",\
            "hoVaTen":"%s","ngaySinh":"%s"}""";

    private final String run =
            "HUB" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final Target target;
    private final Credentials hub;
    private final List<Person> people;
    private final int width;
    private long serial;

    /**
     * @param target its port is that of the broker
     * @param width how many questions are in flight
     */
    public QueueClient(Target target, Credentials hub, List<Person> people, int width) {
        this.target = target;
        this.hub = hub;
        this.people = people;
        this.width = width;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public long asked() {
        return serial;
    }

    @Override
    public Round run(Duration duration, int inFlight) {
        String url = "tcp://127.0.0.1:" + target.port() + "?blockOnDurableSend=false";
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection(hub.user(), hub.secret());
                Session asking = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                Session taking = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE)) {
            connection.start();
            return new Run(asking, taking, System.nanoTime() + duration.toNanos()).go(inFlight);
        } catch (JMSException e) {
            throw new IllegalStateException("The load on " + target.name() + " broke off", e);
        }
    }

    /** The state of one round. */
    private final class Run {

        private record Asked(String number, long at) {}

        private final Session asking;
        private final MessageProducer questions;
        private final MessageConsumer answers;
        private final long deadline;
        private final Map<String, Asked> open = new HashMap<>();
        private final Latencies latencies = new Latencies();
        private final List<String> complaints = new ArrayList<>();
        private int errors;
        private long bytes;

        Run(Session asking, Session taking, long deadline) throws JMSException {
            String queue = "dancu.hub." + hub.user();
            this.asking = asking;
            this.questions = asking.createProducer(asking.createQueue(queue + ".in"));
            this.questions.setDeliveryMode(DeliveryMode.PERSISTENT);
            this.answers = taking.createConsumer(taking.createQueue(queue + ".out"));
            this.deadline = deadline;
        }

        Round go(int inFlight) throws JMSException {
            long start = System.nanoTime();
            for (int i = 0; i < inFlight; i++) {
                ask();
            }
            while (!open.isEmpty()) {
                Message answer = answers.receive(DRAIN.toMillis());
                if (answer == null) {
                    break;
                }
                take(answer);
            }
            errors += open.size();
            return Round.of(target.name(), inFlight, latencies, errors, deadline - start, bytes, complaints);
        }

        private void ask() throws JMSException {
            Person person = people.get((int) (serial % people.size()));
            String id = run + "-" + serial++;
            TextMessage question =
                    asking.createTextMessage(QUESTION.formatted(id, person.number(), person.name(), person.birth()));
            question.setJMSCorrelationID(id);
            open.put(id, new Asked(person.number(), System.nanoTime()));
            questions.send(question);
        }

        private void take(Message answer) throws JMSException {
            long now = System.nanoTime();
            Asked asked = open.remove(answer.getJMSCorrelationID());
            String text = ((TextMessage) answer).getText();
            if (asked == null || !isRight(answer, text, asked)) {
                errors++;
                if (complaints.size() < MAX_COMPLAINTS) {
                    complaints.add(text.substring(0, Math.min(600, text.length())));
                }
            } else if (now < deadline) {
                latencies.add(now - asked.at());
                bytes += text.getBytes(StandardCharsets.UTF_8).length;
            }
            if (now < deadline) {
                ask();
            }
        }

        private static boolean isRight(Message answer, @Nullable String text, Asked asked) throws JMSException {
            return text != null && answer.propertyExists("DanCuEventId") && text.contains(asked.number());
        }
    }
}
