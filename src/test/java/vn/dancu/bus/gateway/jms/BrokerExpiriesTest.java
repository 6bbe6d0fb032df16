package vn.dancu.bus.gateway.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.fixtures.KeyStores;

/** The certificates in the key stores of the broker's address. */
class BrokerExpiriesTest {

    @TempDir
    private Path folder;

    private static List<ExpiringItem> items(String parameters) {
        try (ActiveMQConnectionFactory brokers =
                new ActiveMQConnectionFactory("tcp://127.0.0.1:61616?sslEnabled=true" + parameters, "any", "any")) {
            return new BrokerConnections(brokers, Set::of).items();
        }
    }

    @Test
    void areListedAndAStoreThatCannotBeReadCountsAsOver() {
        KeyStores stores = new KeyStores(folder);
        Path own = stores.key("bus");
        stores.key("broker");
        Path trust = stores.trusting("trust", List.of("broker"));
        String password = KeyStores.PASSWORD;

        List<ExpiringItem> items = items("&trustStorePath=" + trust + "&trustStorePassword=" + password
                + "&keyStorePath=" + own + "&keyStorePassword=" + password);

        assertThat(items)
                .extracting(item -> item.kind() + " " + item.subject())
                .containsExactly("CLIENT CN=bus", "TRUST CN=broker");
        assertThat(items("&trustStorePath=" + folder.resolve("none.p12") + "&trustStorePassword=" + password))
                .singleElement()
                .satisfies(item -> assertThat(item.validUntil()).isEqualTo(java.time.Instant.EPOCH));
        assertThat(items("")).isEmpty();
    }
}
