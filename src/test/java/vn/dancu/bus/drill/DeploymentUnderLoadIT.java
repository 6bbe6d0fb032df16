package vn.dancu.bus.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.fixtures.HubClient;
import vn.dancu.bus.fixtures.Person;
import vn.dancu.bus.fixtures.RouteOperator;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.SoapClient;
import vn.dancu.bus.fixtures.Tokens;

/**
 * A template is exchanged under its lanes while partners ask at a fixed rate at every door, and then a version that goes bad and
 * is taken back by the bus. {@code -Dtest.deploy.rate} sets the questions a second; the seconds, their p99 and the steps of both
 * deployments are kept in {@code target/drills/deployment-under-load.md}.
 */
@EnabledIfSystemProperty(
        named = "test.drills",
        matches = "long",
        disabledReason = "a minute: bench/drills/run or -Plong")
class DeploymentUnderLoadIT {

    private static final int RATE = Integer.getInteger("test.deploy.rate", 300);
    private static final Path REPORT = Path.of("target/drills/deployment-under-load.md");
    private static final String HUB = "h41-lgsp";
    private static final String SECRET = "sandbox-h41";
    private static final int WARM_UP_SECONDS = 15;
    private static final int QUIET_SECONDS = 10;
    private static final int WORSE_SECONDS_ALLOWED = 5;

    private final List<String> report = new ArrayList<>();

    @Test
    void noQuestionFailsWhileRoutesAreExchangedAndOneBadVersionIsTakenBack() throws Exception {
        try (RunningBus bus = RunningBus.start()) {
            int http = bus.ports().http();
            RouteOperator operator = RouteOperator.at(http);
            List<Person> people =
                    bus.people().stream().filter(Person::hasFullBirthDate).toList();
            try (HubClient hub = HubClient.sendingAhead(bus.ports().artemis(), HUB, SECRET);
                    HubClient answers = new HubClient(bus.ports().artemis(), HUB, SECRET);
                    SteadyLoad load = new SteadyLoad(
                            new SteadyLoad.Doors(
                                    new SoapClient(http, HUB, SECRET), Tokens.fetch(http, HUB, SECRET), hub, answers),
                            people,
                            RATE)) {
                int before = steady(load);
                int deployed = quiet(load, QUIET_SECONDS);
                JsonNode good = operator.ended(
                        operator.deploy(
                                RouteOperator.shipped("templates", "1.1.0", text -> text.replace("\"16\"", "\"8\"")),
                                3),
                        Duration.ofSeconds(60));
                int worse = quiet(load, 1);
                JsonNode bad = operator.ended(
                        operator.deploy(
                                RouteOperator.shipped("templates", "1.2.0", DeploymentUnderLoadIT::readingJsonOnly),
                                60),
                        Duration.ofSeconds(90));
                int after = quiet(load, 1);
                int end = quiet(load, QUIET_SECONDS);
                load.close();

                ended(good, bad);
                phases(load, SteadyLoad.HTTP, before, deployed, worse, after, end);
                phases(load, SteadyLoad.QUEUE, before, deployed, worse, after, end);
                seconds(load, before, end);
                judge(load, new int[] {before, deployed, after, end});
            } finally {
                Files.createDirectories(REPORT.getParent());
                Files.write(REPORT, report);
            }
        }
    }

    private void ended(JsonNode good, JsonNode bad) {
        assertThat(RouteOperator.state(good)).as("%s", good).isEqualTo("KEPT");
        assertThat(RouteOperator.state(bad)).as("%s", bad).isEqualTo("ROLLED_BACK");
        assertThat(bad.path("findings").findValuesAsText("rule")).contains("failures");
        timeline("1.1.0", good);
        timeline("1.2.0, bad", bad);
    }

    /** Waits until the bus is warm and keeps up; a machine that never does needs a lower rate. */
    private static int steady(SteadyLoad load) {
        await("the machine does not carry " + RATE + "/s")
                .atMost(Duration.ofSeconds(120))
                .until(() -> load.second() >= WARM_UP_SECONDS && load.waiting() < RATE / 10);
        return load.second() + 1;
    }

    private static int quiet(SteadyLoad load, int seconds) {
        int until = load.second() + seconds;
        await().atMost(Duration.ofSeconds(seconds + 10L)).until(() -> load.second() >= until);
        return until;
    }

    private void judge(SteadyLoad load, int[] bounds) throws IOException {
        List<SteadyLoad.Sample> http = load.samples(SteadyLoad.HTTP, bounds[0], Integer.MAX_VALUE);
        long unanswered = load.calls()
                - load.samples(SteadyLoad.HTTP, 0, Integer.MAX_VALUE).size();
        long failed = http.stream().filter(SteadyLoad.Sample::failed).count();
        Balance doors = new Balance(
                        "deployment-under-load", http.size() + unanswered, http.size() - failed, failed, unanswered, 0)
                .written();
        Balance queue = new Balance(
                        "deployment-under-load-hub",
                        load.questions(),
                        load.answers(),
                        0,
                        load.questions() - load.answers(),
                        load.doubled())
                .written();
        double usual = median(load, bounds[0], bounds[1]);
        long worse = IntStream.range(bounds[1], bounds[2])
                .filter(second -> p99(load, SteadyLoad.HTTP, second) > 2 * usual)
                .count();
        report.add(
                0,
                String.format(
                        Locale.ROOT,
                        "%d/s wanted, %.0f/s asked; doors: %s; queue: %s; p99 of the doors more than twice"
                                + " its usual %.0f ms in %d s of %d",
                        RATE,
                        (double) (load.calls() + load.questions()) / bounds[3],
                        doors,
                        queue,
                        usual,
                        worse,
                        bounds[2] - bounds[1]));
        load.failures().forEach(failure -> report.add("- failed in second " + failure));
        assertThat(doors.refused()).as("failed requests: %s", load.failures()).isZero();
        hold(doors, queue, worse);
    }

    private static void hold(Balance doors, Balance queue, long worse) {
        assertThat(doors.lost()).as("requests without an answer").isZero();
        assertThat(queue.lost()).as("lost at the queue").isZero();
        assertThat(queue.doubled()).as("doubled at the queue").isZero();
        assertThat(worse).as("seconds: see %s", REPORT).isLessThanOrEqualTo(WORSE_SECONDS_ALLOWED);
    }

    private void timeline(String version, JsonNode deployment) {
        report.add("");
        report.add("Version " + version + ": " + RouteOperator.state(deployment));
        deployment
                .path("steps")
                .forEach(step -> report.add("- " + step.path("startedAt").asText() + " "
                        + step.path("name").asText() + " "
                        + step.path("outcome").asText() + " "
                        + step.path("detail").asText()));
    }

    private void phases(SteadyLoad load, String door, int before, int deployed, int worse, int after, int end) {
        double usual = p99(load, door, before, deployed);
        report.add("");
        report.add(String.format(
                Locale.ROOT,
                "%s, p99 in ms: before %.0f, first deployment %.0f (x%.1f), bad one and its way back %.0f (x%.1f), after %.0f (x%.1f)",
                door,
                usual,
                p99(load, door, deployed, worse),
                p99(load, door, deployed, worse) / usual,
                p99(load, door, worse, after),
                p99(load, door, worse, after) / usual,
                p99(load, door, after, end),
                p99(load, door, after, end) / usual));
    }

    private void seconds(SteadyLoad load, int from, int to) {
        report.add("");
        report.add("| Second | Doors asked | p99 ms | Queue asked | p99 ms |");
        report.add("|---|---|---|---|---|");
        for (int second = from; second < to; second++) {
            report.add(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.0f | %d | %.0f |",
                    second,
                    load.samples(SteadyLoad.HTTP, second, second + 1).size(),
                    p99(load, SteadyLoad.HTTP, second),
                    load.samples(SteadyLoad.QUEUE, second, second + 1).size(),
                    p99(load, SteadyLoad.QUEUE, second)));
        }
    }

    private static double median(SteadyLoad load, int from, int to) {
        double[] sorted = IntStream.range(from, to)
                .mapToDouble(second -> p99(load, SteadyLoad.HTTP, second))
                .sorted()
                .toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }

    private static double p99(SteadyLoad load, String door, int second) {
        return p99(load, door, second, second + 1);
    }

    private static double p99(SteadyLoad load, String door, int from, int to) {
        return SteadyLoad.p99(load.samples(door, from, to));
    }

    /** Right by every rule, and wrong for hubs that ask in XML. */
    private static String readingJsonOnly(String template) {
        return template.replaceFirst("(- unmarshal:\\s+custom:\\s+ref: population)", "$1-json");
    }
}
