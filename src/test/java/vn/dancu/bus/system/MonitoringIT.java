package vn.dancu.bus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.Notices;

/** The dashboard and the alert rules of the package name what a running bus has. */
class MonitoringIT {

    private static final Path DASHBOARD = Path.of("config/monitoring/dashboard.json");
    private static final Path ALERTS = Path.of("config/monitoring/alerts.yaml");
    private static final RunningBus BUS = RunningBus.shared();
    private static final Set<String> BY_PROMETHEUS = Set.of("job", "instance");
    private static final Set<String> WORDS =
            Set.of("sum", "max", "min", "rate", "increase", "by", "up", "__rate_interval");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=~?\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    /** Each has few values: codes and names that are in the code, in settings or in the list of partners. */
    private static final Set<String> LABELS = Set.of(
            "door",
            "partner",
            "service",
            "outcome",
            "channel",
            "account",
            "operator",
            "state",
            "verb",
            "pool",
            "area",
            "id",
            "compiler",
            "cause",
            "action",
            "gc",
            "path",
            "level",
            "name",
            "main_application_class",
            "code_function",
            "code_namespace",
            "error",
            "exception",
            "quantile",
            "le",
            "bundle",
            "certificate",
            "chain",
            "vendor",
            "version",
            "runtime",
            "status",
            "kind");

    private static Map<String, Set<String>> labels = Map.of();
    private static List<String> samples = List.of();

    @BeforeAll
    static void touchTheDoorsTheAxisAndTheOutbox() {
        new SoapClient(BUS.ports().http(), "h41-lgsp", "sandbox-h41").lookUp(BUS.anybody());
        new TransactionTemplate(BUS.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> BUS.bean(Notices.class)
                        .write(
                                new PartnerId("h41-lgsp"),
                                NoticeKind.AGREEMENT_EXPIRES,
                                UUID.randomUUID().toString(),
                                Instant.EPOCH.plus(Duration.ofDays(30_000)),
                                Map.of()));
        AxisAgency agency = AxisAgency.province(BUS.ports().axis());
        String document = "000.00.00.H41,2026/11/29," + UUID.randomUUID();
        agency.send(agency.request(document, "cong-van.pdf", "application/pdf", new byte[10]));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            read();
            assertThat(labels)
                    .containsKeys(
                            "dancu_delivery_attempts_seconds_count", "dancu_delivery_oldest", "dancu_document_missing");
        });
    }

    @Test
    void namesInTheDashboardOnlyWhatIsThere() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel :
                JsonMapper.builder().build().readTree(DASHBOARD.toFile()).path("panels")) {
            panel.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asText()));
        }
        assertThat(expressions).hasSizeGreaterThan(20).allSatisfy(MonitoringIT::assertThere);
    }

    @Test
    void namesInTheAlertRulesOnlyWhatIsThereAndSaysWhatToDo() throws IOException {
        String page = Files.readString(Path.of("docs/operations/monitoring.md"));
        List<JsonNode> rules = rules();
        assertThat(rules).hasSizeGreaterThan(15);
        for (JsonNode rule : rules) {
            String name = rule.path("alert").asText();
            assertThere(rule.path("expr").asText());
            assertThat(rule.path("for").asText()).matches("[0-9]+m");
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).matches(".*[^\\x00-\\x7f].*\\.");
            assertThat(rule.at("/annotations/summary_en").asText()).endsWith(".");
            assertThat(rule.at("/annotations/runbook_url").asText())
                    .isEqualTo("docs/operations/monitoring.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(page).contains("\n### " + name + "\n");
        }
    }

    @Test
    void hasNoLabelWhoseValuesGrowWithPeopleMessagesOrIds() {
        Set<String> keys = new TreeSet<>();
        labels.values().forEach(keys::addAll);
        keys.removeAll(LABELS);
        assertThat(keys).as("labels that nobody has allowed").isEmpty();
        for (String sample : samples) {
            Matcher label = LABEL.matcher(sample);
            while (label.find()) {
                // Of the bus's own certificates there are few, whatever their numbers look like.
                if (label.group(1).equals("certificate")) {
                    continue;
                }
                assertThat(label.group(2))
                        .as(sample)
                        .doesNotContainPattern("[0-9]{9,}")
                        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
            }
        }
    }

    @Test
    void hasNoPartOfHealthOfWhichThePageDoesNotSayWhatItsFailureMeans() throws IOException {
        String page = Files.readString(Path.of("docs/operations/degrade.md"));
        CompositeHealth health =
                (CompositeHealth) BUS.bean(HealthEndpoint.class).health();

        assertThat(health.getComponents().keySet()).as("parts of health").allSatisfy(part -> assertThat(page)
                .contains("\n| `" + part + "` |"));
        assertThat(health.getComponents().keySet()).doesNotContain("mail", "jms", "kafka");
    }

    private static void assertThere(String expression) {
        Set<String> wanted = new HashSet<>();
        LABEL.matcher(expression).results().forEach(matched -> {
            wanted.add(matched.group(1));
            if (matched.group(1).equals("outcome")) {
                assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
                        .containsAll(List.of(matched.group(2).split("\\|")));
            }
        });
        GROUPING.matcher(expression)
                .results()
                .forEach(by -> wanted.addAll(List.of(by.group(1).split(", "))));
        wanted.removeAll(BY_PROMETHEUS);
        String bare = expression
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("by \\([^)]*\\)", "")
                .replaceAll("\\[[^]]*]", "");
        List<String> metrics = NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .distinct()
                .toList();
        assertThat(labels.keySet()).as(expression).containsAll(metrics);
        for (String metric : metrics) {
            assertThat(labels.get(metric)).as(metric + " in " + expression).containsAll(wanted);
        }
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        new YAMLMapper().readTree(ALERTS.toFile()).at("/groups/0/rules").forEach(rules::add);
        return rules;
    }

    private static void read() {
        String text = RawHttp.send(BUS.ports().http(), "GET /actuator/prometheus", List.of(), new byte[0])
                .body();
        samples = text.lines().filter(line -> !line.startsWith("#")).toList();
        Map<String, Set<String>> found = new HashMap<>();
        for (String line : samples) {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            Set<String> keys = found.computeIfAbsent(sample.group(1), name -> new HashSet<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> keys.add(label.group(1)));
            }
        }
        labels = found;
    }
}
