package vn.dancu.bus.dialect.pack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;

/**
 * A place in a pack whose errors are collected. A place that breaks a rule gives a stand-in, so that reading goes on to the next
 * error; nothing is made of it, since the pack is refused in the end.
 */
final class PackNode {

    private final @Nullable YamlPlace place;
    private final PackErrors errors;

    PackNode(@Nullable YamlPlace place, PackErrors errors) {
        this.place = place;
        this.errors = errors;
    }

    /** Stands in for a place that is not there, which was reported already. */
    PackNode absent() {
        return new PackNode(null, errors);
    }

    /** Reports that this place breaks a rule; a place that is not there breaks none. */
    void broken(String rule) {
        if (place != null) {
            errors.add(place.broken(rule));
        }
    }

    private <T> @Nullable T read(Function<YamlPlace, T> reading) {
        try {
            return place == null ? null : reading.apply(place);
        } catch (YamlFileException e) {
            errors.add(e);
            return null;
        }
    }

    PackMap keys() {
        List<YamlPlace.Entry> entries = read(YamlPlace::entries);
        if (entries == null) {
            return new PackMap(absent(), Map.of(), Map.of());
        }
        Map<String, PackNode> keys = new LinkedHashMap<>();
        Map<String, PackNode> values = new LinkedHashMap<>();
        for (YamlPlace.Entry entry : entries) {
            PackNode key = new PackNode(entry.key(), errors);
            if (keys.putIfAbsent(entry.name(), key) != null) {
                key.broken("stands twice");
            } else {
                values.put(entry.name(), new PackNode(entry.value(), errors));
            }
        }
        return new PackMap(this, keys, values);
    }

    List<PackNode> items() {
        List<YamlPlace> items = read(YamlPlace::items);
        return items == null
                ? List.of()
                : items.stream().map(item -> new PackNode(item, errors)).toList();
    }

    /** The text, which is not blank. */
    String text() {
        String text = read(YamlPlace::text);
        return text == null ? "" : text;
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
        return text.equals(scalar());
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
        String scalar = scalar();
        T found = scalar == null ? null : words.get(scalar);
        if (found == null) {
            int last = order.size() - 1;
            broken("is " + (last == 0 ? "" : String.join(", ", order.subList(0, last)) + " or ") + order.get(last));
        }
        return found == null ? standIn : found;
    }

    static String small(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable String scalar() {
        return place == null ? null : place.scalar().orElse(null);
    }
}
