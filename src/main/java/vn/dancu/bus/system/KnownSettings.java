package vn.dancu.bus.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys under {@code dancu.} that exist, from the metadata that the build writes for every {@code *Settings} record.
 * Spellings are compared by letters and digits alone, since an environment variable has neither dots nor hyphens.
 */
final class KnownSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String ROOT = "dancu.";
    private static final Pattern SEPARATOR = Pattern.compile("[._\\[]");

    private final SortedSet<String> names;
    private final Set<String> single = new HashSet<>();
    private final Set<String> open = new HashSet<>();

    private KnownSettings(Iterable<JsonNode> properties) {
        SortedSet<String> found = new TreeSet<>();
        for (JsonNode property : properties) {
            String name = property.path("name").asText();
            if (name.startsWith(ROOT)) {
                found.add(name);
                (isOpen(property.path("type").asText()) ? open : single).add(uniform(name));
            }
        }
        this.names = Collections.unmodifiableSortedSet(found);
    }

    static KnownSettings onClassPath(@Nullable ClassLoader loader) {
        Set<JsonNode> properties = new HashSet<>();
        try {
            ClassLoader from = loader == null ? KnownSettings.class.getClassLoader() : loader;
            for (URL file : Collections.list(from.getResources(METADATA))) {
                try (InputStream in = file.openStream()) {
                    JsonMapper.builder().build().readTree(in).path("properties").forEach(properties::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The settings' metadata cannot be read", e);
        }
        return new KnownSettings(properties);
    }

    /** Whether the name, as written in a file or in the environment, is one of ours. */
    static boolean isOurs(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(ROOT) || lower.startsWith("dancu_");
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether there is such a key; anything may stand below a map or a list. */
    boolean contains(String name) {
        return single.contains(uniform(name)) || isInOpen(name);
    }

    /** A map's or list's own name ends at a separator: {@code dancu.channels.x} does not lie below {@code dancu.channel}. */
    private boolean isInOpen(String name) {
        return open.contains(uniform(name))
                || SEPARATOR
                        .matcher(name)
                        .results()
                        .anyMatch(at -> open.contains(uniform(name.substring(0, at.start()))));
    }

    /** The keys of the room of that name. */
    SortedSet<String> inRoomOf(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("[._]", 3);
        String room = ROOT + parts[1] + ".";
        return names.stream().filter(known -> known.startsWith(room)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOpen(String type) {
        return type.startsWith("java.util.")
                && !type.startsWith("java.util.UUID")
                && !type.startsWith("java.util.Locale");
    }

    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[[^\\]]*\\]|[^a-z0-9]", "");
    }
}
