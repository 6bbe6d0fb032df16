package vn.dancu.bus.shelf.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;

/** The channels of a configuration file of the bus: {@code dancu.channel.<name>}, whatever else it holds. */
public final class ChannelFile {

    private static final Pattern DOCUMENTS = Pattern.compile("(?m)^---.*$");

    private ChannelFile() {}

    /**
     * The addresses by their names.
     *
     * @param file what the file is called in errors
     * @throws YamlFileException when it is no YAML
     */
    public static Map<String, String> read(String file, String text) {
        Map<String, String> channels = new LinkedHashMap<>();
        for (String document : DOCUMENTS.split(text)) {
            if (!document.isBlank()) {
                read(YamlPlace.of(file, document), channels);
            }
        }
        return channels;
    }

    private static void read(YamlPlace root, Map<String, String> channels) {
        child(root, "dancu")
                .flatMap(dancu -> child(dancu, "channel"))
                .flatMap(YamlPlace::entries)
                .orElse(List.of())
                .forEach(channel -> channels.put(
                        channel.getKey().scalar().orElse(""),
                        channel.getValue().scalar().orElse("").strip()));
    }

    private static Optional<YamlPlace> child(YamlPlace place, String key) {
        return place.entries().flatMap(entries -> entries.stream()
                .filter(entry -> entry.getKey().scalar().equals(Optional.of(key)))
                .map(Map.Entry::getValue)
                .findFirst());
    }
}
