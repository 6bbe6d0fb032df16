package vn.dancu.bus.dialect.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;

/**
 * A place in a file with its path, so that an error can say where it is. A place that breaks a rule gives a stand-in, so
 * that reading goes on to the next error; nothing is made of it, since the pack is refused in the end.
 */
final class PackNode {

    private final String file;
    private final String path;
    private final @Nullable YamlPlace node;
    private final PackErrors findings;

    private PackNode(String file, String path, @Nullable YamlPlace node, PackErrors findings) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.findings = findings;
    }

    static PackNode root(String file, YamlPlace node, PackErrors findings) {
        return new PackNode(file, "", node, findings);
    }

    /** Stands in for a place that is not there, which was reported already. */
    PackNode absent(String key) {
        return new PackNode(file, join(key), null, findings);
    }

    /** Tells that this place breaks a rule; a place that is not there breaks none. */
    void broken(String rule) {
        if (node != null) {
            findings.add(file, node.line(), node.column(), (path.isEmpty() ? "the pack" : path) + " " + rule);
        }
    }

    PackMap keys() {
        Map<String, PackNode> keys = new LinkedHashMap<>();
        Map<String, PackNode> values = new LinkedHashMap<>();
        Optional<List<Map.Entry<YamlPlace, YamlPlace>>> entries = node == null ? Optional.empty() : node.entries();
        if (entries.isEmpty()) {
            broken("is a mapping");
        }
        for (Map.Entry<YamlPlace, YamlPlace> entry : entries.orElse(List.of())) {
            String key = entry.getKey().scalar().orElse("?");
            PackNode place = new PackNode(file, join(key), entry.getKey(), findings);
            if (keys.putIfAbsent(key, place) != null) {
                place.broken("stands twice");
            } else {
                values.put(key, new PackNode(file, join(key), entry.getValue(), findings));
            }
        }
        PackNode owner = entries.isPresent() ? this : new PackNode(file, path, null, findings);
        return new PackMap(owner, keys, values);
    }

    List<PackNode> items() {
        List<PackNode> items = new ArrayList<>();
        try {
            for (YamlPlace item : node == null ? List.<YamlPlace>of() : node.items()) {
                items.add(new PackNode(file, path + "[" + items.size() + "]", item, findings));
            }
        } catch (YamlFileException e) {
            broken("is a list");
        }
        return items;
    }

    /** The text, which is not blank. */
    String text() {
        String text = scalar().orElse("");
        if (text.isBlank()) {
            broken("is a text");
            return "";
        }
        return text;
    }

    /** The text, which has this form. */
    String text(Pattern form, String rule) {
        String text = text();
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            broken(rule);
        }
        return text;
    }

    boolean isText(String text) {
        return scalar().equals(Optional.of(text));
    }

    boolean flag() {
        return word(Map.of("true", true, "false", false), List.of("true", "false"), false);
    }

    /** One of the constants, each by its name in small letters with hyphens. */
    <E extends Enum<E>> E word(Class<E> type) {
        return word(type.getEnumConstants(), PackNode::small);
    }

    /** One of the constants, each by a name of its own. */
    <E> E word(E[] constants, Function<E, String> name) {
        Map<String, E> words = Arrays.stream(constants).collect(Collectors.toMap(name, Function.identity()));
        return word(words, Arrays.stream(constants).map(name).toList(), constants[0]);
    }

    private <T> T word(Map<String, T> words, List<String> order, T standIn) {
        T found = scalar().map(words::get).orElse(null);
        if (found == null) {
            int last = order.size() - 1;
            broken("is " + (last == 0 ? "" : String.join(", ", order.subList(0, last)) + " or ") + order.get(last));
        }
        return found == null ? standIn : found;
    }

    static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<String> scalar() {
        return node == null ? Optional.empty() : node.scalar();
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
