package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.probe.ProbeFailure;
import vn.dancu.bus.probe.ProbeFault;
import vn.dancu.bus.probe.ProbeRun;
import vn.dancu.bus.probe.TestedConnection;

/** What a test of the broker says of a wrong account, a queue that is not there and a right that is missing. */
class BrokerConnectionsIT {

    private static final String BROKER =
            "tcp://127.0.0.1:" + RunningBus.shared().ports().artemis();

    private static ProbeFailure failure(String user, String secret, String name, String lane) {
        return failure(BROKER, user, secret, name, lane);
    }

    private static ProbeFailure failure(String broker, String user, String secret, String name, String lane) {
        try (ActiveMQConnectionFactory brokers = new ActiveMQConnectionFactory(broker, user, secret)) {
            TestedConnection connection = new BrokerConnections(brokers, () -> Set.of(lane))
                    .connections().stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            return catchThrowableOfType(
                    ProbeFailure.class, () -> connection.exchange().hold(new ProbeRun()));
        }
    }

    @Test
    void knowsAWrongAccountFromAMissingRight() {
        assertThat(failure("dancu-bus", "wrong", "broker", "h41-lgsp").fault())
                .isEqualTo(ProbeFault.CREDENTIAL_REFUSED);
        assertThat(failure("g22-portal", "sandbox-g22", "queues-h41-lgsp", "h41-lgsp")
                        .fault())
                .isEqualTo(ProbeFault.RIGHT_MISSING);
        assertThat(failure("dancu-bus", "sandbox-bus", "queues-h41-lgsp", "h41-lgsp"))
                .isNull();
    }

    @Test
    void saysWhichQueueIsMissingWhereTheBrokerMakesNone() throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("vm", "vm://4711")
                .addAddressSetting("#", new AddressSettings().setAutoCreateQueues(false)));
        broker.start();
        try {
            ProbeFailure missing = failure("vm://4711", "any", "any", "queues-h41-lgsp", "h41-lgsp");

            assertThat(missing.fault()).isEqualTo(ProbeFault.QUEUE_MISSING);
            assertThat(missing.detail()).isEqualTo("dancu.hub.h41-lgsp.in");
        } finally {
            broker.stop();
        }
    }
}
