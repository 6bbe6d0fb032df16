package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.ReflectionUtils;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.ProductionServers;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.kernel.LogKeys;

/**
 * The package as it goes to production, started with the environment that {@code docker-compose.yml} gives it and with
 * servers that are not its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionStartIT {

    private static final Path LOG = Path.of("target/it-production.log");
    private static final String SECRET = ProductionServers.SECRET;
    private static final Person NOBODY = new Person("999000000000", null, "Nguyễn Văn Không", "1980-01-02");

    private final RunningBus.Ports ports = RunningBus.Ports.free();
    private ProductionServers servers;
    private Process bus;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Files.deleteIfExists(LOG);
        servers = ProductionServers.start(folder);
        bus = servers.run(ports.http(), LOG, "--dancu.system.drain=0s", "--logging.structured.format.console=ecs");
        ProductionServers.awaitReady(ports.http(), bus);
    }

    @AfterAll
    void stop() throws Exception {
        ProductionServers.stop(bus);
        servers.close();
    }

    @Test
    void answersAPartnerOfTheMountedFileAndTellsKafka() {
        RawHttp.Answer answer = new SoapClient(ports.http(), "h41-lgsp", SECRET).lookUp(NOBODY);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("DanCu-Result-Status", "not_found");
        try (AuditEvents events = new AuditEvents(servers.kafka())) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events.ids())
                    .contains(answer.headers().get("DanCu-Event-Id")));
        }
    }

    @Test
    void refusesAPartnerOfTheSandbox() {
        assertThat(new SoapClient(ports.http(), "h41-lgsp", "sandbox-h41")
                        .lookUp(NOBODY)
                        .body())
                .contains("credentials_wrong");
        assertThat(new SoapClient(ports.http(), "g22-portal", "sandbox-g22")
                        .lookUp(NOBODY)
                        .body())
                .contains("partner_unknown");
    }

    @Test
    void hasNoSandboxDoor() {
        assertThat(get("/sandbox/citizens?limit=1").status()).isIn(401, 404);
    }

    @Test
    void showsAHomePageWithoutAccountsOrPeople() {
        RawHttp.Answer home = get("/");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.body())
                .contains("/soap/population/v1?wsdl", "/explore", "/contacts")
                .doesNotContain("sandbox", "h41-lgsp", SECRET)
                .doesNotContainPattern("\\b\\d{12}\\b");
        assertThat(get("/explore/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(get("/docs/protocols/ER-CODES.md").status()).isEqualTo(200);
    }

    @Test
    void hasNoMetricsOnThePublicPort() {
        assertThat(get("/actuator/prometheus").status()).isEqualTo(404);
    }

    /** Members of the Elastic Common Schema, and keys of the dictionary. */
    @Test
    void writesEachLineAsJsonWithKnownKeys() throws IOException {
        Set<String> known =
                new HashSet<>(Set.of("@timestamp", "ecs", "error", "log", "message", "process", "service", "tags"));
        for (Field key : LogKeys.class.getFields()) {
            known.add(String.valueOf(ReflectionUtils.getField(key, null)));
        }
        List<String> lines = Files.readAllLines(LOG).stream()
                .dropWhile(line -> !line.startsWith("{"))
                .toList();

        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            Iterable<String> keys = JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(line)::fieldNames;
            assertThat(keys).as(line).isSubsetOf(known);
        }
    }

    @Test
    void writesNoSecretIntoItsLog() throws IOException {
        assertThat(Files.readString(LOG))
                .doesNotContain(SECRET)
                .doesNotContain(servers.environment(ports.http()).getOrDefault("DANCU_SYSTEM_MASTER_KEY", "?"));
    }

    @Test
    void doesNotStartWithAMisspeltSetting() throws Exception {
        Path log = Path.of("target/it-production-misspelt.log");
        Files.deleteIfExists(log);
        Process wrong = servers.run(ports.http(), log, "--dancu.audit.apend-timeout=1s");

        assertThat(wrong.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong.exitValue()).isNotZero();
        assertThat(Files.readString(log)).contains("dancu.audit.apend-timeout", "dancu.audit.append-timeout");
    }

    private RawHttp.Answer get(String path) {
        return RawHttp.send(ports.http(), "GET " + path, List.of(), new byte[0]);
    }
}
