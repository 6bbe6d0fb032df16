package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.AuditEvents;
import vn.dancu.bus.fixtures.KafkaNode;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;

/**
 * The package as it goes to production, started with the environment that {@code docker-compose.yml} gives it and with
 * servers that are not its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionStartIT {

    private static final Path LOG = Path.of("target/it-production.log");
    private static final String SECRET = "told-on-a-safe-way";
    private static final Person NOBODY = new Person("999000000000", null, "Nguyễn Văn Không", "1980-01-02");

    private final RunningBus.Ports ports = RunningBus.Ports.free();
    private final List<AutoCloseable> started = new ArrayList<>();
    private Map<String, String> environment = Map.of();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setPort(ports.postgres()).start();
        started.add(postgres);
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .setJMXManagementEnabled(false)
                        .addAcceptorConfiguration("all", "tcp://127.0.0.1:" + ports.artemis()));
        artemis.start();
        started.add(artemis::stop);
        KafkaNode kafka = new KafkaNode(folder);
        kafka.start();
        started.add(kafka);
        environment = environmentOfTheComposeFile(kafka.address());
        Process bus = run(LOG);
        started.add(0, () -> stop(bus));
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .failFast("the bus has ended, see " + LOG, () -> !bus.isAlive())
                .until(() -> get("/actuator/health").status() == 200);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : started) {
            each.close();
        }
    }

    @Test
    void answersAPartnerOfTheMountedFileAndTellsKafka() {
        RawHttp.Answer answer = new SoapClient(ports.http(), "h41-lgsp", SECRET).lookUp(NOBODY);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("DanCu-Result-Status", "not_found");
        try (AuditEvents events = new AuditEvents(Integer.parseInt(kafkaPort()))) {
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

    @Test
    void writesNoSecretIntoItsLog() throws IOException {
        assertThat(Files.readString(LOG))
                .doesNotContain(SECRET)
                .doesNotContain(environment.getOrDefault("DANCU_SYSTEM_MASTER_KEY", "?"));
    }

    @Test
    void doesNotStartWithAMisspeltSetting() throws Exception {
        Path log = Path.of("target/it-production-misspelt.log");
        Process bus = run(log, "--dancu.audit.apend-timeout=1s");

        assertThat(bus.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(bus.exitValue()).isNotZero();
        assertThat(Files.readString(log)).contains("dancu.audit.apend-timeout", "dancu.audit.append-timeout");
    }

    private Map<String, String> environmentOfTheComposeFile(String kafka) throws IOException {
        JsonNode variables = YAMLMapper.builder()
                .build()
                .readTree(Path.of("docker-compose.yml").toFile())
                .at("/services/bus/environment");
        Map<String, String> values = new TreeMap<>();
        variables
                .properties()
                .forEach(variable -> values.put(
                        variable.getKey(),
                        variable.getValue()
                                .asText()
                                .replace("postgres:5432/dancu", "127.0.0.1:" + ports.postgres() + "/postgres")
                                .replace("artemis:61616", "127.0.0.1:" + ports.artemis())
                                .replace("kafka:19092", kafka)
                                .replace("/etc/dancu/partners.yaml", "config/partners.example.yaml")
                                .replaceAll(
                                        "\\$\\{DANCU_SYSTEM_MASTER_KEY:.*}",
                                        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")
                                .replaceAll("\\$\\{DANCU_HTTP_PUBLIC_ADDRESS:-(.*)}", "$1")
                                .replaceAll("\\$\\{.*}", SECRET)));
        values.put("SPRING_DATASOURCE_USERNAME", "postgres");
        values.put("SERVER_PORT", String.valueOf(ports.http()));
        values.put("MANAGEMENT_SERVER_PORT", "0");
        return values;
    }

    private Process run(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                PackagedJar.path().toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().putAll(environment);
        return process.start();
    }

    private static void stop(Process bus) throws InterruptedException {
        bus.destroy();
        if (!bus.waitFor(30, TimeUnit.SECONDS)) {
            bus.destroyForcibly();
        }
    }

    private RawHttp.Answer get(String path) {
        return RawHttp.send(ports.http(), "GET " + path, List.of(), new byte[0]);
    }

    private String kafkaPort() {
        String address = environment.getOrDefault("DANCU_AUDIT_BOOTSTRAP_SERVERS", "");
        return address.substring(address.indexOf(':') + 1);
    }
}
