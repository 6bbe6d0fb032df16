package vn.dancu.bus.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.shelf.swap.RouteShelf;

/**
 * The folder of a running bus: every kind of source and target that the vocabulary promises carries a message, a wrong file
 * stops itself only, and a new hub takes no restart.
 */
class RouteShelfIT {

    @TempDir
    static Path folder;

    private static RunningBus bus;

    @BeforeAll
    static void start() throws IOException {
        for (Path file : ShippedRoutes.files()) {
            if (!file.toString().contains("g22-portal")) {
                ShippedRoutes.copy(file, folder.resolve("routes"));
            }
        }
        DocumentedRoutes.writeTo(folder.resolve("routes"));
        Path documented = folder.resolve("routes/statistics/answers-to-kafka.camel.yaml");
        Files.writeString(documented, Files.readString(documented).replace("h77-thong-ke", "g22-portal"));
        pass("from-queue", "jms:queue:dancu.channel.test.from.queue", "{{dancu.channel.to-kafka}}");
        pass("from-topic", "jms:topic:dancu.channel.test.from.topic", "{{dancu.channel.to-queue}}");
        pass("from-kafka", "{{dancu.channel.from-kafka}}", "{{dancu.channel.to-queue}}");
        pass("from-folder", "{{dancu.channel.from-folder}}", "direct:from-direct");
        pass("from-direct", "direct:from-direct", "{{dancu.channel.to-folder}}");
        pass("from-listener", "{{dancu.channel.audit-listener}}", "{{dancu.channel.to-queue}}");
        pass("wrong", "jms:queue:dancu.channel.test.wrong", "jms:queue:dancu.channel.test.elsewhere");
        pass("no-channel", "{{dancu.channel.not-there}}", "{{dancu.channel.to-queue}}");
        bus = RunningBus.start(
                "--dancu.routes.dir=" + folder.resolve("routes"),
                "--dancu.routes.poll=200ms",
                "--dancu.routes.probation=1s",
                "--dancu.channel.answers=kafka:test.answers",
                "--dancu.channel.to-kafka=kafka:test.to.kafka",
                "--dancu.channel.from-kafka=kafka:test.from.kafka?groupId=test&autoOffsetReset=earliest",
                "--dancu.channel.audit-listener=kafka:dancu.audit.v1?groupId=listener&autoOffsetReset=earliest",
                "--dancu.channel.to-queue=jms:queue:dancu.channel.test.to.queue?exchangePattern=InOnly",
                "--dancu.channel.from-folder=file:" + folder.resolve("in"),
                "--dancu.channel.to-folder=file:" + folder.resolve("out"));
    }

    @AfterAll
    static void stop() {
        bus.close();
    }

    @Test
    void carriesAMessageFromEveryKindOfSourceToEveryKindOfTarget() throws IOException {
        ProducerTemplate outside = bus.bean(ProducerTemplate.class);
        outside.sendBody("jms:queue:dancu.channel.test.from.queue", "queue to kafka");
        outside.sendBody("jms:topic:dancu.channel.test.from.topic", "topic to queue");
        outside.sendBody("kafka:test.from.kafka", "kafka to queue");
        Files.writeString(Files.createDirectories(folder.resolve("in")).resolve("a.txt"), "folder to folder");

        assertThat(fromKafka("test.to.kafka")).isEqualTo("queue to kafka");
        assertThat(List.of(taken("topic to queue"), taken("kafka to queue"))).doesNotContain("");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(folder.resolve("out/a.txt")).hasContent("folder to folder"));
    }

    @Test
    void stopsTheWrongFilesOnlyAndSaysSo() throws IOException {
        CamelContext camel = bus.bean(CamelContext.class);

        assertThat(camel.getRoutes())
                .extracting(Route::getRouteId)
                .contains("hub-h41-lgsp", "partner-notices", "audit-events", "from-kafka")
                .doesNotContain("wrong", "no-channel");
        assertThat(camel.getRoutes())
                .allSatisfy(route -> assertThat(route.getDescription()).isNotBlank());
        assertThat(bus.bean(RouteShelf.class).state().rejected())
                .containsExactlyInAnyOrder(
                        "wrong.camel.yaml",
                        "no-channel.camel.yaml",
                        "documents/document-errors.camel.yaml",
                        "documents/document-formats.camel.yaml");
        assertThat(bus.bean(MeterRegistry.class)
                        .get("dancu.routes.rejected")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(2);
        assertThat(Files.readAllLines(RunningBus.LOG))
                .anyMatch(line -> line.contains("A route file is not as it must be")
                        && line.contains("fileName=\"wrong.camel.yaml\" line=\"9\"")
                        && line.contains("rule=\"endpoint\""))
                .anyMatch(line -> line.contains("no-channel.camel.yaml") && line.contains("rule=\"channel-unknown\""))
                .anyMatch(line -> line.contains(": Route ")
                        && line.contains("routeId=\"hub-h41-lgsp\"")
                        && line.contains("description=\"Hàng đợi của một trục"));
    }

    /** The first example of the page, as it stands there but for the partner. */
    @Test
    void putsTheAnswerToAQueueAsJsonIntoKafka() throws IOException {
        Person person = bus.anybody();
        String question =
                """
                <d:TraCuuThongTinCongDan xmlns:d="http://dancuquocgia.bca"><d:MaYeuCau>DOC-1</d:MaYeuCau>
                <d:MaDVC>1.001193</d:MaDVC><d:MaTichHop>037</d:MaTichHop><d:MaCanBo>canbo01</d:MaCanBo>
                <d:SoDinhDanh>%s</d:SoDinhDanh><d:HoVaTen>%s</d:HoVaTen>
                <d:NgayThangNamSinh><d:NgayThangNam>%s</d:NgayThangNam></d:NgayThangNamSinh>
                </d:TraCuuThongTinCongDan>"""
                        .formatted(person.soDinhDanh(), person.hoVaTen(), person.compactBirthDate());
        try (HubClient hub = new HubClient(bus.ports().artemis(), "g22-portal", "sandbox-g22")) {
            hub.send(question.getBytes(StandardCharsets.UTF_8), true, "DOC-1");
        }

        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(fromKafka("test.answers"))
                        .path("maYeuCau")
                        .asText())
                .isEqualTo("DOC-1");
    }

    @Test
    void servesANewHubWithoutARestart() throws IOException {
        Path lane = folder.resolve("routes/partners/h98-han-muc/hub-h98-han-muc.camel.yaml");
        assertThat(bus.bean(CamelContext.class).getRoute("hub-h98-han-muc")).isNull();

        Files.createDirectories(lane.getParent());
        Files.writeString(
                lane,
                Files.readString(Path.of("routes/partners/g22-portal/hub-g22-portal.camel.yaml"))
                        .replace("g22-portal", "h98-han-muc"));

        try (HubClient hub = new HubClient(bus.ports().artemis(), "h98-han-muc", "sandbox-h98")) {
            String id = UUID.randomUUID().toString();
            hub.send("no question".getBytes(StandardCharsets.UTF_8), true, id);
            assertThat(hub.answer(id))
                    .as("the answer of a lane that came while the bus ran")
                    .isNotNull();
        }
    }

    /** First half a copy, then the whole: the half is refused, the whole runs. */
    @Test
    void takesAHigherVersionOfABundleFromTheFolder() throws IOException {
        Bundles bundles = bus.bean(Bundles.class);
        Path bundle = folder.resolve("routes/templates");
        Path template = bundle.resolve("hub-queue.camel.yaml");
        String whole = Files.readString(template);
        Files.writeString(template, whole.substring(0, 600));
        Files.writeString(
                bundle.resolve("bundle.yaml"),
                Files.readString(bundle.resolve("bundle.yaml")).replace("1.0.0", "1.0.1"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(bundles.deployments("templates", null, 1))
                .singleElement()
                .extracting(Deployment::state)
                .isEqualTo(Deployment.State.REFUSED));
        assertThat(bundles.find("templates").orElseThrow().manifest().version()).hasToString("1.0.0");

        Files.writeString(template, whole.replace("\"16\"", "\"3\""));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(DeployedBundles.lane(bus.bean(CamelContext.class), "h41-lgsp"))
                        .contains("concurrentConsumers=3"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(bundles.deployments("templates", null, 1))
                .singleElement()
                .satisfies(deployment -> {
                    assertThat(deployment.state()).isEqualTo(Deployment.State.KEPT);
                    assertThat(deployment.cause()).isEqualTo(Deployment.Cause.WATCHED_FOLDER);
                }));
    }

    private static void pass(String id, String from, String to) throws IOException {
        Files.writeString(
                folder.resolve("routes/" + id + ".camel.yaml"),
                """
                - route:
                    id: %s
                    description: A route of the test that passes a message on
                    routeConfigurationId: hub-errors
                    from:
                      uri: "%s"
                      steps:
                        - removeHeaders: {pattern: "*", excludePattern: CamelFileName}
                        - to: {uri: "%s"}
                """
                        .formatted(id, from, to));
    }

    private static String taken(String content) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(
                        "tcp://127.0.0.1:" + bus.ports().artemis());
                JMSContext context = factory.createContext("dancu-bus", "sandbox-bus");
                var consumer = context.createConsumer(context.createQueue("dancu.channel.test.to.queue"))) {
            for (Message message = consumer.receive(20_000); message != null; message = consumer.receive(20_000)) {
                if (HubClient.content(message).equals(content)) {
                    return content;
                }
            }
            return "";
        }
    }

    private static String fromKafka(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + bus.ports().kafka(),
                        "group.id", "reader",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                var records = consumer.poll(Duration.ofMillis(500));
                                return records.isEmpty()
                                        ? ""
                                        : records.iterator().next().value();
                            },
                            found -> !found.isEmpty());
        }
    }
}
