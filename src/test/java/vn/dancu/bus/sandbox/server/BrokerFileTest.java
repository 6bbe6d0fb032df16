package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.sandbox.SandboxSettings.User;

/** {@code config/broker.xml} gives production the rights and queues that the tests prove on the sandbox's broker. */
class BrokerFileTest {

    private static final List<User> USERS = List.of(new User("dancu-bus", "-", true), new User("h41-lgsp", "-", false));

    @Test
    void givesTheRightsOfTheSandbox() throws Exception {
        Map<String, Set<Role>> documented = new HashMap<>(file().getSecurityRoles());
        // The broker's own administrator, which the sandbox has none of.
        documented.remove("activemq.management");

        assertThat(documented).isEqualTo(ArtemisRoles.of(USERS));
    }

    @Test
    void putsWhatIsGivenUpWhereTheSandboxPutsIt() throws Exception {
        Map<String, AddressSettings> documented = file().getAddressSettings();
        Map<String, AddressSettings> sandbox = ArtemisServer.addressSettings(USERS);

        assertThat(documented).containsOnlyKeys(sandbox.keySet());
        documented.forEach((match, settings) -> {
            AddressSettings expected = sandbox.get(match);
            assertThat((Object) settings.getDeadLetterAddress()).as(match).isEqualTo(expected.getDeadLetterAddress());
            assertThat((Object) settings.getExpiryAddress()).as(match).isEqualTo(expected.getExpiryAddress());
        });
        for (String match : List.of("#", "dancu.#")) {
            assertThat(documented.get(match).isAutoCreateQueues())
                    .as(match)
                    .isEqualTo(sandbox.get(match).isAutoCreateQueues());
            assertThat(documented.get(match).isAutoCreateAddresses())
                    .as(match)
                    .isEqualTo(sandbox.get(match).isAutoCreateAddresses());
        }
    }

    private static Configuration file() throws Exception {
        try (InputStream in = Files.newInputStream(Path.of("config/broker.xml"))) {
            return new FileConfigurationParser().parseMainConfig(in);
        }
    }
}
