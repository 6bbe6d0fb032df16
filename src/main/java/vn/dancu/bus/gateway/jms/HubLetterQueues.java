package vn.dancu.bus.gateway.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.utils.SelectorTranslator;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** The queues of hubs, for whoever reads in them or moves letters between them. */
final class HubLetterQueues {

    /** How long the next message may take that is there; the broker hands out what it has in less. */
    private static final long PATIENCE_MS = 300;

    private static final int WINDOW_BYTES = 4 * 1024 * 1024;

    private final ConnectionFactory connections;

    HubLetterQueues(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Reads one message; none of it may be used afterwards. */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable
        T read(Message message) throws JMSException;
    }

    /** Work in a session that is committed at its end, or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session) throws JMSException;
    }

    /**
     * What the reader makes of the messages of a queue, which stay there; those of which it makes nothing are left out.
     *
     * <p>By the client library's own interface: its browser of JMS ends early when more lies there than a lane takes ahead.
     *
     * @param selector the condition of JMS; null for all
     * @param most messages to look at
     */
    <T> List<T> browse(PartnerId partner, String kind, @Nullable String selector, int most, Reader<T> reader) {
        return transacted(session -> {
            String name = "dancu.hub." + partner.value() + "." + kind;
            List<T> found = new ArrayList<>();
            if (!TemporaryQueues.exists(session, name)) {
                return found;
            }
            try (ClientConsumer browser = TemporaryQueues.core(session)
                    .createConsumer(SimpleString.of(name), filter(selector), WINDOW_BYTES, -1, true)) {
                TemporaryQueues.core(session).start();
                long there = selector == null ? TemporaryQueues.messages(session, name) : most;
                for (long looked = 0; looked < Math.min(most, there); looked++) {
                    ClientMessage next = browser.receive(PATIENCE_MS);
                    if (next == null) {
                        break;
                    }
                    T one = reader.read(jms(next, session));
                    if (one != null) {
                        found.add(one);
                    }
                }
            } catch (ActiveMQException e) {
                throw (JMSException) new JMSException("A queue could not be browsed").initCause(e);
            }
            return found;
        });
    }

    private static @Nullable SimpleString filter(@Nullable String selector) {
        return selector == null ? null : SimpleString.of(SelectorTranslator.convertToActiveMQFilterString(selector));
    }

    private static Message jms(ClientMessage message, Session session) throws JMSException {
        ActiveMQMessage made = ActiveMQMessage.createMessage(message, TemporaryQueues.core(session));
        try {
            made.doBeforeReceive();
            return made;
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException("A message could not be opened").initCause(e);
        }
    }

    /** Takes messages from a queue in the session, so many of those that the selector names. */
    static List<Message> take(Session session, PartnerId partner, String kind, String selector, int most)
            throws JMSException {
        String name = "dancu.hub." + partner.value() + "." + kind;
        List<Message> taken = new ArrayList<>();
        if (!TemporaryQueues.exists(session, name)) {
            return taken;
        }
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(name), selector)) {
            while (taken.size() < most) {
                Message one = consumer.receive(PATIENCE_MS);
                if (one == null) {
                    break;
                }
                taken.add(one);
            }
        }
        return taken;
    }

    /** Sends a message in the session, as durable as every other, for as long as it takes. */
    static void send(Session session, PartnerId partner, String kind, Message message) throws JMSException {
        try (MessageProducer producer =
                session.createProducer(session.createQueue("dancu.hub." + partner.value() + "." + kind))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.send(message);
        }
    }

    /** @throws BusException {@code storage_unavailable} while the broker is away */
    <T> T transacted(Work<T> work) {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            try {
                T result = work.in(session);
                session.commit();
                return result;
            } catch (JMSException | RuntimeException e) {
                session.rollback();
                throw e;
            }
        } catch (JMSException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }
}
