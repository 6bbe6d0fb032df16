package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dancu.bus.fixtures.RawHttp;
import vn.dancu.bus.fixtures.RunningBus;
import vn.dancu.bus.kernel.Role;

/** The contract of the administration and its endpoints are the same, with the same roles. */
class AdminContractIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final String ADMIN = "/api/v1/admin/";

    @Test
    void namesEveryEndpointWithItsRolesAndNoOther() {
        Map<String, List<String>> documented = new TreeMap<>();
        AdminContract.operations().forEach((name, operation) -> documented.put(name, texts(operation.path("x-roles"))));

        assertThat(documented).containsExactlyInAnyOrderEntriesOf(endpoints());
    }

    @Test
    void isServedAsItStandsWithItsPublicAddress() throws IOException {
        RawHttp.Answer answer = RawHttp.send(BUS.ports().http(), "GET /openapi/admin-v1.yaml", List.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(Files.readString(AdminContract.FILE)
                        .replace(
                                "http://127.0.0.1:8080",
                                "http://127.0.0.1:" + BUS.ports().http()));
    }

    private static Map<String, List<String>> endpoints() {
        RawHttp.send(BUS.ports().http(), "GET " + ADMIN, List.of(), new byte[0]); // gathers the mappings
        Map<String, List<String>> endpoints = new TreeMap<>();
        Objects.requireNonNull(BUS.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .forEach(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith(ADMIN))
                        .forEach(path -> entry.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> endpoints.put(method + " " + path, roles(entry.getValue())))));
        return endpoints;
    }

    /** An endpoint that names no role is everybody's mistake: it fails here. */
    private static List<String> roles(HandlerMethod method) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        return allowed == null
                ? List.of("no role at all")
                : Arrays.stream(allowed.value()).map(Role::code).sorted().toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }
}
