package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.sandbox.SandboxSettings.User;

/**
 * A broker of {@code config/broker.xml}, with the users that {@code config/artemis.sh} makes of the environment, as
 * {@code docker-compose.yml} runs it; only the port and the folders are the test's.
 */
@SuppressWarnings("NullAway.Init")
class BrokerFileIT {

    private static final User BUS = new User("dancu-bus", "back\\slash = 1", true);
    private static final User HUB = new User("h41-lgsp", "of the hub", false);

    @TempDir
    private static Path dir;

    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();
    private static String url;

    @BeforeAll
    static void startBroker() throws Exception {
        prepare();
        url = "tcp://" + LoopbackPort.HOST + ":" + LoopbackPort.claim(ArtemisServer.PORT_KEY, 0);
        BROKER.setConfiguration(file());
        BROKER.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users()));
        BROKER.start();
        for (Arguments row : ArtemisServerIT.rights().toList()) {
            String address = (String) row.get()[0];
            if (!address.startsWith("activemq.")) {
                BROKER.getActiveMQServer()
                        .createQueue(QueueConfiguration.of(address)
                                .setRoutingType(RoutingType.ANYCAST)
                                .setAutoCreateAddress(true));
            }
        }
    }

    @AfterAll
    static void stopBroker() throws Exception {
        BROKER.stop();
    }

    /** The rows are those of the sandbox's broker; g22-portal has no block here, so its queues are those of an unknown hub. */
    @ParameterizedTest
    @MethodSource("vn.dancu.bus.sandbox.server.ArtemisServerIT#rights")
    void letsEachUserDoWhatTheProtocolSays(String address, String bus, String hub, String portal) throws Exception {
        assertThat(BrokerRights.of(url, BUS, address)).as("of the bus").isEqualTo(bus);
        assertThat(BrokerRights.of(url, HUB, address)).as("of the hub").isEqualTo(hub);
    }

    @Test
    void refusesAWrongSecret() {
        assertThatExceptionOfType(ActiveMQSecurityException.class)
                .isThrownBy(() -> BrokerRights.of(url, new User("h41-lgsp", "wrong", false), "dancu.hub.h41-lgsp.in"));
    }

    /** What stands in the place of the broker's program ends at once. */
    private static void prepare() throws IOException, InterruptedException {
        Files.createDirectories(dir.resolve("etc"));
        Path program = Files.createDirectories(dir.resolve("bin")).resolve("artemis");
        Files.writeString(program, "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = new ProcessBuilder("bash", "config/artemis.sh").inheritIO();
        script.environment()
                .putAll(Map.of(
                        "ARTEMIS_INSTANCE", dir.toString(),
                        "ARTEMIS_PASSWORD", BUS.secret(),
                        "HUB_H41_LGSP_PASSWORD", HUB.secret()));
        assertThat(script.start().waitFor()).isZero();
    }

    private static Configuration file() throws Exception {
        try (InputStream in = Files.newInputStream(dir.resolve("etc/broker.xml"))) {
            Configuration file = new FileConfigurationParser().parseMainConfig(in);
            assertThat(file.getAcceptorConfigurations()).hasSize(1);
            return file.clearAcceptorConfigurations()
                    .addAcceptorConfiguration("all", url + "?protocols=CORE")
                    .setJournalDirectory(dir.resolve("journal").toString())
                    .setBindingsDirectory(dir.resolve("bindings").toString())
                    .setPagingDirectory(dir.resolve("paging").toString())
                    .setLargeMessagesDirectory(dir.resolve("large").toString())
                    .setJMXManagementEnabled(false);
        }
    }

    /** The two files as the broker's own sign-in reads them. */
    private static SecurityConfiguration users() throws IOException {
        SecurityConfiguration known = new SecurityConfiguration();
        properties("artemis-users.properties").forEach((user, secret) -> known.addUser((String) user, (String) secret));
        properties("artemis-roles.properties").forEach((role, user) -> known.addRole((String) user, (String) role));
        return known;
    }

    private static Properties properties(String name) throws IOException {
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(dir.resolve("etc").resolve(name))) {
            read.load(in);
        }
        return read;
    }
}
