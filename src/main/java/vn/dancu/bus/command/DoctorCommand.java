package vn.dancu.bus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import vn.dancu.bus.command.text.CellText;
import vn.dancu.bus.command.text.CommandTexts;

/**
 * {@code dancu doctor}: whether this machine can work with the bus: its address, its state, the clocks, the account, the
 * versions. Every check is made and said; the exit code is that of the first one that failed.
 */
final class DoctorCommand {

    /** The bus takes signatures up to this far ahead of its clock. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final String ACCOUNT = "/api/v1/admin/account";

    private final GlobalOptions options;
    private final CommandTexts words;
    private final PrintWriter out;
    private final BusConnection bus;
    private final SignIn signIn;
    private final Clock clock;
    private final List<Check> checks = new ArrayList<>();

    /**
     * One check.
     *
     * @param name the key of its name in the texts
     * @param exit 0 where all is well, else with what the command ends
     * @param finding what was found, and what to do about it
     */
    private record Check(String name, int exit, String finding) {}

    DoctorCommand(GlobalOptions options, CommandTexts words, PrintWriter out, Clock clock) {
        this.options = options;
        this.words = words;
        this.out = out;
        this.bus = new BusConnection(options, words);
        this.signIn = new SignIn(options, words);
        this.clock = clock;
    }

    CommandSpec command() {
        Callable<Integer> examine = this::examine;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(examine).name("doctor");
        spec.usageMessage().description(words.of("about.doctor"));
        return spec;
    }

    private int examine() {
        checks.clear();
        if (isReached()) {
            account();
        }
        if (options.json()) {
            out.println(json());
        } else {
            checks.forEach(check -> out.println(CellText.clean(words.of(
                    check.exit() == 0 ? "doctor.right" : "doctor.wrong", words.of(check.name()), check.finding()))));
        }
        return checks.stream()
                .mapToInt(Check::exit)
                .filter(exit -> exit != 0)
                .findFirst()
                .orElse(ExitCodes.DONE);
    }

    /** Address, state and clock, by a question that needs no account. */
    private boolean isReached() {
        try {
            Instant before = clock.instant();
            HttpResponse<InputStream> answer =
                    bus.send(bus.request("/actuator/health").GET().build());
            JsonNode health = body(answer);
            String state = health.path("status").asText("");
            if (state.isEmpty()) {
                wrong(
                        "doctor.address",
                        ExitCodes.UNAVAILABLE,
                        words.of("doctor.stranger", options.url(), answer.statusCode()));
                return false;
            }
            right("doctor.address", options.url());
            boolean up = state.equals("UP");
            check("doctor.state", up ? 0 : ExitCodes.UNAVAILABLE, words.of(up ? "doctor.up" : "doctor.down", state));
            clock(before, clock.instant(), answer.headers().firstValue("Date").orElse(""));
            return true;
        } catch (CommandFailure e) {
            wrong("doctor.address", e.exit(), e.text());
            return false;
        }
    }

    /** The Date of an answer is a whole second between sending and receiving. */
    private void clock(Instant before, Instant after, String date) {
        try {
            Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration ahead = there.isAfter(after)
                    ? Duration.between(there, after)
                    : there.plusSeconds(1).isBefore(before)
                            ? Duration.between(there.plusSeconds(1), before)
                            : Duration.ZERO;
            boolean close = ahead.abs().compareTo(CLOCK_SKEW) <= 0;
            check(
                    "doctor.clock",
                    close ? 0 : ExitCodes.NOT_RIGHT,
                    words.of(
                            close ? "doctor.intime" : "doctor.offtime",
                            ahead.abs().toSeconds(),
                            CLOCK_SKEW.toSeconds()));
        } catch (DateTimeException e) {
            wrong("doctor.clock", ExitCodes.NOT_RIGHT, words.of("doctor.nodate"));
        }
    }

    private void account() {
        try {
            HttpRequest request = bus.request(ACCOUNT)
                    .header("Authorization", signIn.header())
                    .GET()
                    .build();
            HttpResponse<InputStream> answer = bus.send(request);
            JsonNode account = body(answer);
            if (answer.statusCode() != 200) {
                wrong(
                        "doctor.account",
                        ExitCodes.ofStatus(answer.statusCode()),
                        OperationClient.refusal(words, answer.statusCode(), account));
                return;
            }
            List<String> roles = new ArrayList<>();
            account.path("roles").forEach(role -> roles.add(role.asText()));
            check(
                    "doctor.account",
                    roles.isEmpty() ? ExitCodes.NOT_ALLOWED : 0,
                    words.of(
                            roles.isEmpty() ? "doctor.noroles" : "doctor.roles",
                            account.path("name").asText(),
                            String.join(", ", roles)));
            versions(account.path("version").asText("-"));
        } catch (CommandFailure e) {
            wrong("doctor.account", e.exit(), e.text());
        }
    }

    private void versions(String there) {
        String here = ProgramVersion.read();
        boolean same = here.equals(there);
        check(
                "doctor.versions",
                same ? 0 : ExitCodes.NOT_RIGHT,
                words.of(same ? "doctor.same" : "doctor.other", there, here));
    }

    private static JsonNode body(HttpResponse<InputStream> answer) {
        try (InputStream in = answer.body()) {
            return OperationArguments.JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return OperationArguments.JSON.missingNode();
        }
    }

    private ArrayNode json() {
        ArrayNode json = OperationArguments.JSON.createArrayNode();
        for (Check check : checks) {
            json.addObject()
                    .put("check", check.name().substring("doctor.".length()))
                    .put("right", check.exit() == 0)
                    .put("exit", check.exit())
                    .put("finding", check.finding());
        }
        return json;
    }

    private void right(String name, String finding) {
        check(name, 0, finding);
    }

    private void wrong(String name, int exit, String finding) {
        check(name, exit, finding);
    }

    private void check(String name, int exit, String finding) {
        checks.add(new Check(name, exit, finding));
    }
}
