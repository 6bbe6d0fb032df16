package vn.dancu.bus.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** One address of the REST and admin doors with one method, as the handler mappings know it; without endpoint outside them. */
record DoorAddress(String method, String pattern, @Nullable HandlerMethod endpoint) {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String ADMIN = "/api/v1/admin/";

    private static final Map<Role, Desk.Sandbox> PEOPLE = Map.of(
            Role.ONBOARDING_CLERK, Desk.Sandbox.CLERK,
            Role.APPROVER, Desk.Sandbox.APPROVER,
            Role.POLICY_MANAGER, Desk.Sandbox.POLICY_MANAGER,
            Role.OPERATOR, Desk.Sandbox.OPERATOR,
            Role.INSPECTOR, Desk.Sandbox.INSPECTOR);

    private static @Nullable String token;

    static Stream<DoorAddress> all() {
        RawHttp.send(BUS.ports().http(), "GET " + ADMIN, List.of(), new byte[0]); // gathers the mappings
        List<DoorAddress> found = new ArrayList<>();
        Objects.requireNonNull(BUS.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> !pattern.equals("/error"))
                        .forEach(pattern -> {
                            for (RequestMethod method :
                                    entry.getKey().getMethodsCondition().getMethods()) {
                                found.add(new DoorAddress(method.name(), pattern, entry.getValue()));
                            }
                        }));
        found.add(new DoorAddress("POST", "/oauth2/token", null));
        found.add(new DoorAddress("GET", "/oauth2/jwks", null));
        found.add(new DoorAddress("GET", "/actuator/health", null));
        found.add(new DoorAddress("GET", "/nothing", null));
        found.add(new DoorAddress("GET", "/api/v1/nothing", null));
        // Each call makes a key.
        found.removeIf(address -> address.toString().equals("POST " + ADMIN + "audit/seal-keys"));
        return found.stream().sorted(Comparator.comparing(DoorAddress::toString));
    }

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

    /** Sends a request line such as this address has, signed in as somebody who may call it. */
    RawHttp.Answer send(String line, byte[] body, String... headers) {
        List<String> lines = new ArrayList<>(List.of(headers));
        String credentials = credentials();
        if (credentials != null) {
            lines.add("Authorization: " + credentials);
        }
        lines.add("Content-Length: " + body.length);
        return RawHttp.send(BUS.ports().http(), line, lines, body);
    }

    private @Nullable String credentials() {
        if (isAdmin() && endpoint != null) {
            Allowed allowed = endpoint.getMethodAnnotation(Allowed.class);
            Desk.Sandbox person = Stream.of(allowed == null ? new Role[0] : allowed.value())
                    .map(PEOPLE::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(Desk.Sandbox.OPERATOR);
            return "Basic " + Base64.getEncoder().encodeToString(utf8(person.account() + ":" + person.password()));
        }
        if (pattern.startsWith("/api/") || pattern.startsWith("/dmdc/")) {
            if (token == null) {
                token = Tokens.fetch(BUS.ports().http(), "g22-portal", "sandbox-g22");
            }
            return "Bearer " + token;
        }
        return null;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
