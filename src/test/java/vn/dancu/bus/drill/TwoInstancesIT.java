package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HaProxy;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.HubQuestions;
import vn.dancu.bus.fixtures.Load;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.ProductionServers;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;

/**
 * Two instances of the packaged bus, as processes, on one PostgreSQL, Artemis and Kafka behind HAProxy as
 * {@code config/haproxy.cfg} has it, with partners and a hub that go on asking.
 */
@EnabledIfSystemProperty(
        named = "test.drills",
        matches = "long",
        disabledReason = "two minutes: bench/drills/run or -Plong")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesIT {

    private static final Path LOG = Path.of("target/it-two-instances.log");
    private static final Person NOBODY = new Person("999000000000", null, "Nguyễn Văn Không", "1980-01-02");
    private static final String PARTNER = "h41-lgsp";
    private static final int ASKERS = 8;
    private static final long BETWEEN_QUESTIONS_MS = 25;

    /** What a lane had in work when its instance was killed is asked again, with a record of its own. */
    private static final int IN_WORK_OF_A_LANE = 16;

    private final int firstPort = RunningBus.Ports.free().http();
    private final int secondPort = RunningBus.Ports.free().http();
    private Path policy;
    private ProductionServers servers;
    private Process first;
    private Process second;
    private HaProxy balancer;
    private HubClient hub;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(HaProxy.isInstalled(), "HAProxy is missing: apt-get install haproxy");
        Files.deleteIfExists(LOG);
        policy = folder.resolve("partners.yaml");
        Files.writeString(
                policy,
                Files.readString(Path.of("config/partners.example.yaml"))
                        .replaceAll("perMinute: \\d+, perDay: [\\d_]+", "perMinute: 1000000, perDay: 100000000"));
        servers = ProductionServers.start(folder.resolve("kafka"));
        first = run(firstPort);
        ProductionServers.awaitReady(firstPort, first);
        second = run(secondPort);
        ProductionServers.awaitReady(secondPort, second);
        balancer = HaProxy.start(firstPort, secondPort);
        balancer.awaitUp(2);
        hub = new HubClient(servers.artemis(), PARTNER, ProductionServers.SECRET);
    }

    @AfterAll
    void stop() throws Exception {
        if (servers != null) {
            hub.close();
            balancer.close();
            ProductionServers.stop(first);
            ProductionServers.stop(second);
            servers.close();
        }
    }

    /** One after the other is told to stop and replaced; nobody is refused, nothing is lost or doubled. */
    @Test
    @Order(1)
    void areReplacedOneAfterTheOtherWhileEverybodyGoesOnAsking() throws Exception {
        long before = recorded().size();
        HubQuestions questions = HubQuestions.start(hub, NOBODY, "rolling-", BETWEEN_QUESTIONS_MS);
        Load load = load();
        try (questions;
                load) {
            awaitMore(load, 200);

            ProductionServers.stop(first);
            assertThat(first.exitValue()).as("an orderly end").isEqualTo(143);
            awaitMore(load, 200);
            first = run(firstPort);
            ProductionServers.awaitReady(firstPort, first);
            balancer.awaitUp(2);
            awaitMore(load, 200);

            ProductionServers.stop(second);
            awaitMore(load, 200);
            second = run(secondPort);
            ProductionServers.awaitReady(secondPort, second);
            balancer.awaitUp(2);
            awaitMore(load, 200);
        }

        Balance asked = balance("rolling-update", load, before + questions.sent());
        Balance hubs = questions.balance("rolling-update-hub", hub, PARTNER).written();
        assertThat(asked.refused()).as("refused: %s", asked).isZero();
        assertNothingIsLostOrDoubled(asked, hubs);
        assertThat(hub.takeAll("dancu.hub." + PARTNER + ".dlq")).isEmpty();
        assertThat(Files.readString(LOG))
                .as("what an instance has in work, it can end")
                .doesNotContain("Timeout occurred during graceful shutdown");
    }

    /** The other one goes on; only what was being asked at the killed one is cut off. */
    @Test
    @Order(2)
    void oneIsKilledAndTheOtherGoesOn() throws Exception {
        long before = recorded().size();
        HubQuestions questions = HubQuestions.start(hub, NOBODY, "killed-", BETWEEN_QUESTIONS_MS);
        Load load = load();
        try (questions;
                load) {
            awaitMore(load, 200);

            first.destroyForcibly().waitFor();
            awaitMore(load, 400);
            first = run(firstPort);
            ProductionServers.awaitReady(firstPort, first);
            balancer.awaitUp(2);
            awaitMore(load, 200);
        }

        Balance hubs = questions.balance("one-of-two-killed-hub", hub, PARTNER).written();
        Balance asked = balance("one-of-two-killed", load, before + questions.sent() + IN_WORK_OF_A_LANE);
        assertThat(asked.refused()).as("cut off: %s", asked).isLessThanOrEqualTo(ASKERS);
        assertNothingIsLostOrDoubled(asked, hubs);
        assertThat(hub.takeAll("dancu.hub." + PARTNER + ".dlq")).isEmpty();
    }

    private Process run(int http) throws IOException {
        return servers.run(http, LOG, "--dancu.policy.file=file:" + policy);
    }

    private Load load() {
        return Load.start(ASKERS, new SoapClient(balancer.port(), PARTNER, ProductionServers.SECRET), List.of(NOBODY));
    }

    private static void awaitMore(Load load, int more) {
        int before = load.answered().size();
        await().atMost(Duration.ofSeconds(60)).until(() -> load.answered().size() >= before + more);
    }

    /** Lost is an answer without record or event; doubled is a record beyond those asked for, and an event of two answers. */
    private Balance balance(String drill, Load load, long others) throws IOException {
        Set<String> answered = load.answered().keySet();
        Set<String> recorded = recorded();
        Set<String> missing = new HashSet<>(answered);
        missing.removeAll(recorded);
        try (AuditEvents events = new AuditEvents(servers.kafka())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> new HashSet<>(events.ids()).containsAll(recorded));
        }
        long twice =
                load.answered().values().stream().filter(times -> times > 1).count();
        long beyond = Math.max(0, recorded.size() - others - answered.size() - load.failed());
        return new Balance(
                        drill,
                        answered.size() + load.failed(),
                        answered.size(),
                        load.failed(),
                        missing.size(),
                        twice + beyond)
                .written();
    }

    private Set<String> recorded() {
        return new HashSet<>(servers.jdbc()
                .sql("select id::text from audit.event where kind in ('ANSWER', 'REFUSAL')")
                .query(String.class)
                .list());
    }

    private static void assertNothingIsLostOrDoubled(Balance... balances) {
        assertThat(balances).allSatisfy(balance -> {
            assertThat(balance.done()).as("%s", balance).isPositive();
            assertThat(balance.lost()).as("%s", balance).isZero();
            assertThat(balance.doubled()).as("%s", balance).isZero();
        });
    }
}
