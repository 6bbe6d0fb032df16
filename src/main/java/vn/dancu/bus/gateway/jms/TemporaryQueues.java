package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.messaginghub.pooled.jms.JmsPoolSession;

/**
 * The temporary queues that the broker has. Whether a queue is temporary is asked of the broker: the sender of a message
 * writes the reply destination, with its kind, as it likes.
 */
final class TemporaryQueues {

    /** Whether the broker has a temporary queue of exactly that name, on the address of that name. */
    static boolean contains(Session session, String name) throws JMSException {
        SimpleString wanted = SimpleString.of(name);
        try {
            ClientSession.QueueQuery found = core(session).queueQuery(wanted);
            return found.isExists()
                    && found.isTemporary()
                    && wanted.equals(found.getName())
                    && wanted.equals(found.getAddress());
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException("The broker did not say what the reply destination is").initCause(e);
        }
    }

    /** Whether the broker has a queue of that name, temporary or not. */
    static boolean exists(Session session, String name) throws JMSException {
        try {
            return core(session).queueQuery(SimpleString.of(name)).isExists();
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException("The broker did not say whether it has the queue").initCause(e);
        }
    }

    /** Whether the broker makes a queue of that name for whoever first uses it. */
    static boolean isMadeWhenNeeded(Session session, String name) throws JMSException {
        try {
            return core(session).queueQuery(SimpleString.of(name)).isAutoCreateQueues();
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException("The broker did not say whether it makes the queue").initCause(e);
        }
    }

    /** How many messages a queue holds. */
    static long messages(Session session, String name) throws JMSException {
        try {
            return core(session).queueQuery(SimpleString.of(name)).getMessageCount();
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException("The broker did not say what the queue holds").initCause(e);
        }
    }

    static ClientSession core(Session session) throws JMSException {
        Session own = session instanceof JmsPoolSession pooled ? pooled.getInternalSession() : session;
        return ((ActiveMQSession) own).getCoreSession();
    }

    private TemporaryQueues() {}
}
