package vn.dancu.bus.gateway.xroad.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import vn.dancu.bus.http.StrictJson;

/**
 * The OpenAPI document of the service over REST: the three questions of the contract of PR-REST, at their paths on X-Road and
 * without its sign-in. The address of the bus is not given away.
 */
public final class RestContract {

    private static final String FILE = "schemas/openapi/v1.yaml";
    private static final String PREFIX = "/api/v1";
    private static final List<String> ENDPOINTS = List.of("/citizens/lookup", "/citizens/verify", "/households/lookup");

    private final byte[] document;

    public RestContract() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            this.document = StrictJson.MAPPER.writeValueAsBytes(ofXRoad(new Yaml().load(file)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document in memory cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract " + FILE + " is missing", e);
        }
    }

    /** In JSON, UTF-8. */
    public byte[] document() {
        return document;
    }

    private static Map<String, Object> ofXRoad(Map<String, Object> contract) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (String endpoint : ENDPOINTS) {
            paths.put(endpoint, withoutSecurity(part(part(contract, "paths"), PREFIX + endpoint)));
        }
        Map<String, Object> components = new LinkedHashMap<>(part(contract, "components"));
        components.remove("securitySchemes");
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("openapi", contract.get("openapi"));
        made.put("info", contract.get("info"));
        made.put("servers", List.of(Map.of("url", "http://example.org/xroad-endpoint")));
        made.put("paths", paths);
        made.put("components", components);
        return made;
    }

    private static Map<String, Object> withoutSecurity(Map<String, Object> path) {
        Map<String, Object> plain = new LinkedHashMap<>(path);
        Map<String, Object> post = new LinkedHashMap<>(part(plain, "post"));
        post.remove("security");
        plain.put("post", post);
        return plain;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> of, String name) {
        return (Map<String, Object>) Objects.requireNonNull(of.get(name), name);
    }
}
