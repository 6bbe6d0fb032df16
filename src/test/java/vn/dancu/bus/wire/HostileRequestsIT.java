package vn.dancu.bus.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.fixtures.Tokens;
import vn.dancu.bus.kernel.Role;

/**
 * Every address of the HTTP doors, as the handler mappings know them, with what no decent client sends: no answer is a fault of the bus, and
 * each refusal has a code. Those of the administration are called by {@link HostileAdminRequestsIT}, in another JVM of the build.
 */
@Execution(ExecutionMode.SAME_THREAD)
class HostileRequestsIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String ADMIN = "/api/v1/admin/";
    private static final String JSON = "Content-Type: application/json";

    /** An answer waits for the database most of its time. */
    private static final ExecutorService SENDERS = Executors.newFixedThreadPool(8, task -> {
        Thread sender = new Thread(task);
        sender.setDaemon(true);
        return sender;
    });

    /** Of the requests that each address could get it gets one in so many: all of them with {@code -Plong}, which take two minutes. */
    private static final int ONE_IN = "long".equals(System.getProperty("test.drills")) ? 1 : 4;

    private static final List<Address> ADDRESSES = knownAddresses();

    private static final Map<Role, Desk.Sandbox> PEOPLE = Map.of(
            Role.ONBOARDING_CLERK, Desk.Sandbox.CLERK,
            Role.APPROVER, Desk.Sandbox.APPROVER,
            Role.POLICY_MANAGER, Desk.Sandbox.POLICY_MANAGER,
            Role.OPERATOR, Desk.Sandbox.OPERATOR,
            Role.INSPECTOR, Desk.Sandbox.INSPECTOR);

    /** One address with one method, and who may call it. */
    record Address(String method, String pattern, @Nullable HandlerMethod endpoint) {

        String path() {
            return path("999999");
        }

        String path(String value) {
            return pattern.replaceAll("\\{[^}]+}", value);
        }

        boolean isAdmin() {
            return pattern.startsWith(ADMIN);
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static Stream<Address> addresses() {
        return ADDRESSES.stream().filter(address -> !address.isAdmin());
    }

    static Stream<Address> adminAddresses() {
        return ADDRESSES.stream().filter(Address::isAdmin);
    }

    private static List<Address> knownAddresses() {
        RawHttp.send(BUS.ports().http(), "GET " + ADMIN, List.of(), new byte[0]); // gathers the mappings
        List<Address> found = new ArrayList<>();
        Objects.requireNonNull(BUS.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> !pattern.equals("/error"))
                        .forEach(pattern -> {
                            for (RequestMethod method :
                                    entry.getKey().getMethodsCondition().getMethods()) {
                                found.add(new Address(method.name(), pattern, entry.getValue()));
                            }
                        }));
        found.add(new Address("POST", "/oauth2/token", null));
        found.add(new Address("GET", "/oauth2/jwks", null));
        found.add(new Address("GET", "/actuator/health", null));
        found.add(new Address("GET", "/nothing", null));
        found.add(new Address("GET", "/api/v1/nothing", null));
        // Each call makes a key.
        found.removeIf(address -> address.toString().equals("POST " + ADMIN + "audit/seal-keys"));
        return found.stream().sorted(Comparator.comparing(Address::toString)).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void answersEveryRequestAndFailsAtNone(Address address) {
        assertThat(faultsAt(address)).isEmpty();
    }

    /** What was sent to that address and answered by a fault of the bus, or without a code. */
    static List<String> faultsAt(Address address) {
        String credentials = credentials(address);
        List<CompletableFuture<@Nullable String>> faults = shareOf(probes(address), address).stream()
                .map(probe -> CompletableFuture.<@Nullable String>supplyAsync(
                        () -> fault(probe, send(credentials, probe.line(), probe.body(), probe.headers())), SENDERS))
                .toList();
        return faults.stream()
                .map(CompletableFuture::join)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Another part at each address, so that every request goes to one address in {@link #ONE_IN}; the same in every build. */
    private static List<Probe> shareOf(List<Probe> probes, Address address) {
        int first = Math.floorMod(address.toString().hashCode(), ONE_IN);
        return IntStream.range(0, probes.size())
                .filter(i -> i % ONE_IN == first)
                .mapToObj(probes::get)
                .toList();
    }

    private static List<Probe> probes(Address address) {
        List<Probe> probes = new ArrayList<>();
        String line = address.method() + " " + address.path();
        for (byte[] body : HostileInputs.BODIES) {
            String shown = new String(body, 0, Math.min(body.length, 30), StandardCharsets.ISO_8859_1);
            probes.add(new Probe(line + " body " + shown, line, body, JSON));
        }
        for (String header : HostileInputs.HEADERS) {
            String[] headers = header.startsWith("Content-Type") ? new String[] {header} : new String[] {header, JSON};
            probes.add(new Probe(line + " " + header, line, utf8("{}"), headers));
        }
        for (String query : HostileInputs.QUERIES) {
            probes.add(new Probe(line + "?" + query, line + "?" + query, utf8("{}"), JSON));
        }
        if (address.pattern().contains("{")) {
            for (String value : HostileInputs.VALUES) {
                String called = address.method() + " " + address.path(value);
                probes.add(new Probe(called, called, utf8("{}"), JSON));
            }
        }
        for (String method : HostileInputs.METHODS) {
            if (!method.equals("DELETE") || !address.pattern().contains("{")) {
                String called = method + " " + address.path();
                probes.add(new Probe(called, called, utf8("[]"), JSON));
            }
        }
        String[] preflight = {"Origin: http://stranger.example", "Access-Control-Request-Method: POST"};
        probes.add(new Probe("preflight " + address.path(), "OPTIONS " + address.path(), new byte[0], preflight));
        return probes;
    }

    /** @param sent what is shown of it when it fails */
    @SuppressWarnings("ArrayRecordComponent")
    private record Probe(String sent, String line, byte[] body, String... headers) {}

    private static final String NOBODY = "partners/x99-nobody/";
    private static final String SHA = "a".repeat(64);

    /** Every body that holds a time; nothing in them can come about. */
    private static final List<String> WITH_MOMENTS = List.of(
            "PUT /api/v1/officers/x1 | {'hieuLucDen':'$'}",
            "PUT /api/v1/relationships | {'quanHe':[{'soDinhDanh':'999080000001','hieuLucTu':'$'}]}",
            "PUT /api/v1/relationships | {'quanHe':[{'soDinhDanh':'999080000001','hieuLucDen':'$'}]}",
            "POST /api/v1/admin/audit/search | {'from':'$','until':'2026-01-01T00:00:00Z'}",
            "POST /api/v1/admin/audit/search | {'partner':'h41-lgsp','until':'$'}",
            "POST /api/v1/admin/audit/persons/search | {'soDinhDanh':'999080000001','from':'$'}",
            "POST /api/v1/admin/audit/holds | {'reason':'a','decision':'','since':'$','until':'$'}",
            "POST /api/v1/admin/suspensions | {'partner':'x99-nobody','ground':'security','since':'$','reason':'a'}",
            "POST /api/v1/admin/suspensions | {'partner':'x99-nobody','ground':'security','until':'$','reason':'a'}",
            "POST /api/v1/admin/" + NOBODY + "credentials | {'kind':'secret','validFrom':'$'}",
            "POST /api/v1/admin/" + NOBODY + "credentials | {'kind':'secret','validUntil':'$'}",
            "POST /api/v1/admin/" + NOBODY + "certificates | {'certificate':'a','validUntil':'$'}");

    private static final List<String> WITH_DAYS = List.of(
            "POST /api/v1/admin/" + NOBODY + "agreement | {'ends':'$'}",
            "POST /api/v1/admin/applications/x99-nobody/steps/a/documents"
                    + " | {'documents':[{'document':'a','reference':'b','issuedOn':'$','sha256':'" + SHA + "'}]}",
            "POST /api/v1/admin/applications/x99-nobody/steps/a/documents"
                    + " | {'documents':[{'document':'a','reference':'b','issuedOn':'2026-01-01','validUntil':'$','sha256':'"
                    + SHA + "'}]}",
            "PUT /api/v1/admin/contacts/X99 | {'basedOn':0,'officers':[],"
                    + "'readiness':[{'subject':'a','since':'$','modes':[]}],'services':[]}");

    /** Numbers beyond what their place allows. */
    private static final List<String> WITH_NUMBERS = List.of(
            "POST /api/v1/admin/audit/search | {'partner':'h41-lgsp','limit':$}",
            "POST /api/v1/admin/audit/persons/search | {'soDinhDanh':'999080000001','limit':$}",
            "POST /api/v1/admin/audit/archives | {'kind':'ANSWER','month':$}");

    static Stream<String> moments() {
        return WITH_MOMENTS.stream();
    }

    static Stream<String> days() {
        return WITH_DAYS.stream();
    }

    static Stream<String> numbers() {
        return WITH_NUMBERS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void refusesMomentsOutsideTheBounds(String call) {
        assertRefused(
                call,
                "year from 0001 to 9999",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-12:00",
                "2026-01-01T00:00:00",
                "2026-02-30T00:00:00Z",
                "1e400");
        assertNoFault(call, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void refusesDaysOutsideTheBounds(String call) {
        assertRefused(
                call,
                "year from 0001 to 9999",
                "+999999999-12-31",
                "-999999999-01-01",
                "0000-12-31",
                "+10000-01-01",
                "10000-01-01",
                "2026-02-30",
                "20260101");
        assertNoFault(call, "0001-01-01", "9999-12-31");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void refusesNumbersOutsideTheBounds(String call) {
        assertRefused(call, "", "-1", "0", "2147483647", "2147483648", "99999999999999999999", "1e400", "1.5", "true");
    }

    private static void assertRefused(String call, String rule, String... values) {
        for (String value : values) {
            RawHttp.Answer answer = call(call, value);
            assertThat(answer.body()).as(call + " " + value).contains("\"code\":\"field_invalid\"", rule);
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    private static void assertNoFault(String call, String... values) {
        for (String value : values) {
            assertThat(call(call, value).status()).as(call + " " + value).isBetween(200, 499);
        }
    }

    private static RawHttp.Answer call(String call, String value) {
        String[] parts = call.split(" \\| ");
        String[] line = parts[0].split(" ");
        Address address = ADDRESSES.stream()
                .filter(known -> known.method().equals(line[0]))
                .filter(known -> line[1].matches(known.pattern().replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst()
                .orElseThrow();
        return send(
                credentials(address), parts[0], utf8(parts[1].replace('\'', '"').replace("$", value)), JSON);
    }

    private static @Nullable String fault(Probe probe, RawHttp.Answer answer) {
        String sent = probe.sent();
        boolean refused = answer.status() >= 400;
        boolean headless = sent.startsWith("HEAD ");
        boolean page = answer.status() == 404 && sent.contains(" /contacts");
        boolean json = answer.headers().getOrDefault("Content-Type", "").contains("json;charset=UTF-8")
                && answer.body().contains("\"code\":\"");
        boolean console = sent.contains(" /desk") && answer.body().matches("(?s).*<code>[a-z_]+</code>.*");
        boolean coded = headless || page || json || console;
        boolean allowed = answer.status() != 405 || answer.headers().containsKey("Allow");
        if (answer.status() == 0 || answer.status() >= 500 || refused && !coded || !allowed) {
            return sent + " -> " + answer.status() + " "
                    + answer.body().substring(0, Math.min(answer.body().length(), 300)) + " " + answer.headers();
        }
        return null;
    }

    private static RawHttp.Answer send(@Nullable String credentials, String line, byte[] body, String... headers) {
        List<String> lines = new ArrayList<>(List.of(headers));
        if (credentials != null) {
            lines.add("Authorization: " + credentials);
        }
        lines.add("Content-Length: " + body.length);
        return RawHttp.send(BUS.ports().http(), line, lines, body);
    }

    private static @Nullable String token;

    private static @Nullable String credentials(Address address) {
        HandlerMethod endpoint = address.endpoint();
        if (address.isAdmin() && endpoint != null) {
            Allowed allowed = endpoint.getMethodAnnotation(Allowed.class);
            Desk.Sandbox person = Stream.of(allowed == null ? new Role[0] : allowed.value())
                    .map(PEOPLE::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(Desk.Sandbox.OPERATOR);
            return "Basic " + Base64.getEncoder().encodeToString(utf8(person.account() + ":" + person.password()));
        }
        if (address.pattern().startsWith("/api/") || address.pattern().startsWith("/dmdc/")) {
            if (token == null) {
                token = Tokens.fetch(BUS.ports().http(), "g22-portal", "sandbox-g22");
            }
            return "Bearer " + token;
        }
        return null;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
