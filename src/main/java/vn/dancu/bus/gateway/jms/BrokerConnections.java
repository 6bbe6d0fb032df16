package vn.dancu.bus.gateway.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.ConfigurationHelper;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.ProbeStage;
import vn.dancu.bus.probe.TestedConnection;
import vn.dancu.bus.probe.TlsMaterial;

/**
 * The brokers of the settings, and the queues of each hub that has a lane: whether they are there, and whether the bus may take
 * questions and send answers. What is sent is rolled back, and a selector takes nothing.
 */
final class BrokerConnections implements ConnectionSource {

    private static final String NOTHING = "DanCuProbe = 'none'";
    private static final long CALL_TIMEOUT_MS = 5_000;

    private final ActiveMQConnectionFactory brokers;
    private final Supplier<Set<String>> lanes;

    /** @param lanes the ids of the partners whose queues the bus serves now */
    BrokerConnections(ActiveMQConnectionFactory brokers, Supplier<Set<String>> lanes) {
        this.brokers = brokers;
        this.lanes = lanes;
    }

    @Override
    public List<TestedConnection> connections() {
        List<TestedConnection> all = new ArrayList<>();
        TransportConfiguration[] servers = brokers.getServerLocator().getStaticTransportConfigurations();
        for (int at = 0; at < servers.length; at++) {
            TransportConfiguration server = servers[at];
            String name = at == 0 ? "broker" : "broker-" + (at + 1);
            all.add(to(name, TestedConnection.Kind.BROKER, server, steps -> open(server, steps, connection -> {})));
        }
        if (servers.length > 0) {
            for (String partner : new TreeSet<>(lanes.get())) {
                all.add(to("queues-" + partner, TestedConnection.Kind.QUEUES, servers[0], steps -> {
                            open(servers[0], steps, connection -> queues(connection, partner, steps));
                        })
                        .of(new PartnerId(partner)));
            }
        }
        return all;
    }

    private static TestedConnection to(
            String name,
            TestedConnection.Kind kind,
            TransportConfiguration server,
            TestedConnection.Exchange exchange) {
        Map<String, Object> params = server.getParams();
        String host = text(TransportConstants.HOST_PROP_NAME, params);
        if (host == null) {
            // A broker within this process.
            return TestedConnection.plain(name, kind, null, exchange);
        }
        int port = ConfigurationHelper.getIntProperty(TransportConstants.PORT_PROP_NAME, 61616, params);
        TestedConnection plain = TestedConnection.plain(name, kind, new TestedConnection.Address(host, port), exchange);
        return ConfigurationHelper.getBooleanProperty(TransportConstants.SSL_ENABLED_PROP_NAME, false, params)
                ? plain.encrypted(null, () -> tls(params))
                : plain;
    }

    private static TlsMaterial tls(Map<String, Object> params) {
        try {
            TlsMaterial stores = TlsMaterial.ofStores(
                    text(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, params),
                    text(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, params),
                    text(TransportConstants.KEYSTORE_PATH_PROP_NAME, params),
                    text(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, params));
            return ConfigurationHelper.getBooleanProperty(TransportConstants.VERIFY_HOST_PROP_NAME, true, params)
                    ? stores
                    : stores.withoutName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(String name, Map<String, Object> params) {
        return ConfigurationHelper.getStringProperty(name, null, params);
    }

    /** What is done with a connection that is open. */
    @FunctionalInterface
    private interface Use {
        void of(Connection connection) throws ProbeFailure;
    }

    /** A client of its own: that of the lanes neither waits for what it sends nor says why it cannot connect. */
    private void open(TransportConfiguration server, ProbeRun steps, Use use) throws ProbeFailure {
        try (ActiveMQConnectionFactory client =
                        ActiveMQJMSClient.createConnectionFactoryWithoutHA(JMSFactoryType.CF, server);
                Connection connection = steps.open(ProbeStage.CREDENTIAL, () -> connect(client))) {
            use.of(connection);
        } catch (JMSException e) {
            throw new ProbeFailure(ProbeFault.CONNECTION_CUT, "", e);
        }
    }

    private Connection connect(ActiveMQConnectionFactory client) throws ProbeFailure {
        client.setReconnectAttempts(0);
        client.setInitialConnectAttempts(1);
        client.setCallTimeout(CALL_TIMEOUT_MS);
        try {
            Connection connection = client.createConnection(brokers.getUser(), brokers.getPassword());
            connection.start();
            return connection;
        } catch (JMSSecurityException e) {
            throw new ProbeFailure(ProbeFault.CREDENTIAL_REFUSED, "", e);
        } catch (JMSException e) {
            throw ProbeFailure.of(e, ProbeFault.ANSWER_UNREADABLE);
        }
    }

    private static void queues(Connection connection, String partner, ProbeRun steps) throws ProbeFailure {
        for (String kind : List.of("in", "out", "dlq")) {
            String queue = "dancu.hub." + partner + "." + kind;
            steps.run(ProbeStage.RIGHTS, () -> queue(connection, queue, !kind.equals("out")));
        }
    }

    private static String queue(Connection connection, String queue, boolean isTaken) throws ProbeFailure {
        try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            if (!TemporaryQueues.exists(session, queue)) {
                if (TemporaryQueues.isMadeWhenNeeded(session, queue)) {
                    return queue + ", made when needed";
                }
                throw new ProbeFailure(ProbeFault.QUEUE_MISSING, queue);
            }
            if (isTaken) {
                try (MessageConsumer none = session.createConsumer(session.createQueue(queue), NOTHING)) {
                    none.receiveNoWait();
                }
            }
            try (MessageProducer to = session.createProducer(session.createQueue(queue))) {
                to.send(session.createMessage());
            } finally {
                session.rollback();
            }
            return queue;
        } catch (JMSSecurityException e) {
            throw new ProbeFailure(ProbeFault.RIGHT_MISSING, queue, e);
        } catch (JMSException e) {
            throw ProbeFailure.of(e, ProbeFault.CONNECTION_CUT);
        }
    }
}
