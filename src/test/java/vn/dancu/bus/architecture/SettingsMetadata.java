package vn.dancu.bus.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every setting that exists, of ours and of the libraries on the class path, as their builds describe them. */
final class SettingsMetadata {

    private static final String[] FILES = {
        "META-INF/spring-configuration-metadata.json", "META-INF/additional-spring-configuration-metadata.json"
    };

    private final SortedMap<String, JsonNode> byName = new TreeMap<>();

    private SettingsMetadata() {}

    static SettingsMetadata ofClassPath() throws IOException {
        SettingsMetadata metadata = new SettingsMetadata();
        for (String file : FILES) {
            for (URL url :
                    Collections.list(SettingsMetadata.class.getClassLoader().getResources(file))) {
                JsonNode properties = JsonMapper.builder().build().readTree(url).path("properties");
                properties.forEach(property ->
                        metadata.byName.putIfAbsent(property.path("name").asText(), property));
            }
        }
        return metadata;
    }

    /** Those whose name starts so. */
    SortedMap<String, JsonNode> under(String prefix) {
        return byName.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue(), (a, b) -> a, TreeMap::new));
    }

    /** Whether the name, as a file or the environment spells it, is a setting or lies below a map or a list. */
    boolean contains(String name) {
        String wanted = uniform(name);
        return byName.entrySet().stream().anyMatch(entry -> {
            String known = uniform(entry.getKey());
            String type = entry.getValue().path("type").asText();
            boolean open = type.startsWith("java.util.Map") || type.startsWith("java.util.List");
            return wanted.equals(known) || (open && wanted.startsWith(known));
        });
    }

    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
