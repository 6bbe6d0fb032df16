package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Role;

/** The inspector reads everything and changes nothing, whatever endpoints there are. */
class InspectorChangesNothingIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String ADMIN = "/api/v1/admin/";

    /** What is asked by POST because the question has a body, mostly one with a person's number; none changes anything. */
    private static final Set<String> QUESTIONS = Set.of(
            "POST /api/v1/admin/audit/search",
            "POST /api/v1/admin/audit/persons/search",
            "POST /api/v1/admin/audit/look",
            "POST /api/v1/admin/dead-letters/{id}/unmask",
            "POST /api/v1/admin/enrichment-differences/look",
            "POST /api/v1/admin/enrichment-records/look",
            "POST /api/v1/admin/messages/life",
            "POST /api/v1/admin/policy/explain");

    @Test
    void isRefusedByEveryEndpointThatMayChangeSomething() {
        Set<String> changes = new TreeSet<>(endpoints().keySet());
        changes.removeIf(endpoint -> endpoint.startsWith("GET ") || QUESTIONS.contains(endpoint));

        assertThat(changes).allSatisfy(endpoint -> {
            RawHttp.Answer answer = send(endpoint.replaceAll("\\{[^}]*}", "x"));
            assertThat(answer.status()).as(endpoint).isEqualTo(403);
            assertThat(answer.body()).contains("role_missing");
        });
    }

    @Test
    void asksItsQuestionsByPost() {
        Map<String, HandlerMethod> endpoints = endpoints();

        assertThat(endpoints).containsKeys(QUESTIONS.toArray(String[]::new));
        assertThat(QUESTIONS).allSatisfy(question -> assertThat(roles(endpoints.get(question)))
                .contains(Role.INSPECTOR));
    }

    private static List<Role> roles(HandlerMethod method) {
        Allowed allowed = Objects.requireNonNull(method.getMethodAnnotation(Allowed.class));
        return Arrays.asList(allowed.value());
    }

    private static Map<String, HandlerMethod> endpoints() {
        send("GET " + ADMIN); // the servlet gathers its mappings with the first request
        Map<String, HandlerMethod> endpoints = new java.util.TreeMap<>();
        Objects.requireNonNull(BUS.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) -> names(info).forEach(name -> endpoints.put(name, method))));
        return endpoints;
    }

    private static List<String> names(RequestMappingInfo info) {
        List<String> names = new ArrayList<>();
        for (String path : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                if (path.startsWith(ADMIN)) {
                    names.add(method + " " + path);
                }
            }
        }
        return names;
    }

    private static RawHttp.Answer send(String startLine) {
        String basic =
                Base64.getEncoder().encodeToString("khanh.thanhtra:sandbox-khanh".getBytes(StandardCharsets.UTF_8));
        return RawHttp.send(
                BUS.ports().http(),
                startLine,
                List.of("Authorization: Basic " + basic, "Content-Type: application/json", "Content-Length: 2"),
                "{}".getBytes(StandardCharsets.UTF_8));
    }
}
