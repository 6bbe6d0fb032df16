package vn.dancu.bus.sandbox.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.SandboxSettings.User;

/**
 * Artemis in this process with a journal on disk: Core, AMQP and STOMP on one port, and for the bus itself without a socket.
 * Queues come into being when they are first used. A partner sends to its own {@code .in} queue and reads its own
 * {@code .out}, {@code .dlq}, {@code .notice} and {@code .changes}
 * queues and its reply queues, no more.
 */
final class ArtemisServer implements EmbeddedServer {

    static final String PORT_KEY = "dancu.sandbox.artemis.port";

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MAX_DELIVERIES = 5;
    private static final int BUFFER_TIMEOUT_NANOS = 500_000;

    private final Path data;
    private final int wantedPort;
    private final List<User> users;
    private int port;
    private @Nullable EmbeddedActiveMQ broker;

    ArtemisServer(Path dir, int wantedPort, List<User> users) {
        this.data = dir.toAbsolutePath().resolve("artemis");
        this.wantedPort = wantedPort;
        this.users = users;
    }

    @Override
    public void start() {
        if (broker != null) {
            return;
        }
        port = LoopbackPort.claim(PORT_KEY, port == 0 ? wantedPort : port);
        try {
            EmbeddedActiveMQ starting = new EmbeddedActiveMQ();
            starting.setConfiguration(configuration());
            starting.setSecurityManager(signIn());
            starting.start();
            broker = starting;
        } catch (Exception e) {
            throw new IllegalStateException("Embedded Artemis does not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (broker != null) {
                broker.stop();
                broker = null;
            }
        } catch (Exception e) {
            throw new IllegalStateException("Embedded Artemis does not stop", e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** Where the bus finds it: in this JVM. Over a socket each message costs both of them several system calls more. */
    String url() {
        return "vm://" + port;
    }

    /** The bus's own user. */
    User bus() {
        return users.stream()
                .filter(User::bus)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("dancu.sandbox.artemis.users has no user with bus=true"));
    }

    private Configuration configuration() {
        Configuration configuration = new ConfigurationImpl()
                .setName("dancu-sandbox")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(BUFFER_TIMEOUT_NANOS)
                .setJournalDirectory(data.resolve("journal").toString())
                .setBindingsDirectory(data.resolve("bindings").toString())
                .setPagingDirectory(data.resolve("paging").toString())
                .setLargeMessagesDirectory(data.resolve("large").toString())
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .setMessageCounterEnabled(false)
                .setGlobalMaxSize(256L * MEGABYTE)
                .addAcceptorConfiguration(new TransportConfiguration(
                        NettyAcceptorFactory.class.getName(),
                        Map.of("host", LoopbackPort.HOST, "port", port, "protocols", "CORE,AMQP,STOMP"),
                        "all"))
                .addAcceptorConfiguration(new TransportConfiguration(
                        InVMAcceptorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, port)));
        addressSettings(users).forEach(configuration::addAddressSetting);
        ArtemisRoles.of(users).forEach(configuration::putSecurityRoles);
        return configuration;
    }

    /** As {@code config/broker.xml} has them for production. */
    static Map<String, AddressSettings> addressSettings(List<User> users) {
        Map<String, AddressSettings> settings = new HashMap<>();
        // A reply queue that its hub has given up does not come back because the bus answers, and what its hub fails to
        // take is dropped: at that address there is no queue.
        settings.put("#", keeping("dropped").setAutoCreateAddresses(false).setAutoCreateQueues(false));
        settings.put("dancu.#", keeping("dancu.dlq"));
        users.stream().filter(user -> !user.bus()).forEach(hub -> {
            for (String kind : List.of("in", "out", "notice")) {
                settings.put("dancu.hub." + hub.name() + "." + kind, keeping("dancu.hub." + hub.name() + ".dlq"));
            }
            // A page of changes stays until the hub has taken it, and a delivery until the bus has.
            for (String kind : List.of("changes", "enrichment")) {
                settings.put(
                        "dancu.hub." + hub.name() + "." + kind, keeping("dancu.dlq").setMaxDeliveryAttempts(-1));
            }
        });
        return settings;
    }

    private static AddressSettings keeping(String deadLetters) {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(deadLetters))
                .setExpiryAddress(SimpleString.of(deadLetters))
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setMaxDeliveryAttempts(MAX_DELIVERIES)
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(2.0)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(32L * MEGABYTE)
                .setPageSizeBytes(4 * MEGABYTE);
    }

    private ActiveMQJAASSecurityManager signIn() {
        SecurityConfiguration known = new SecurityConfiguration();
        for (User user : users) {
            known.addUser(user.name(), user.secret());
            known.addRole(user.name(), user.name());
        }
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), known);
    }
}
