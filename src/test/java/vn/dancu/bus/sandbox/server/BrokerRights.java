package vn.dancu.bus.sandbox.server;

import java.util.UUID;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNonExistentQueueException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import vn.dancu.bus.sandbox.SandboxSettings.User;

/** What a user may do at an address of a running broker, found by trying it. */
final class BrokerRights {

    /** Those of SCBN that it has: S send, C consume, B browse, N make a queue for the moment; {@code -} for none. */
    static String of(String url, User user, String address) throws Exception {
        StringBuilder rights = new StringBuilder();
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
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

    private BrokerRights() {}
}
