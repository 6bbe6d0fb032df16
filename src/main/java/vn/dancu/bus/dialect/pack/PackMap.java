package vn.dancu.bus.dialect.pack;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys of one mapping. */
final class PackMap {

    private final PackNode place;
    private final Map<String, PackNode> keys;
    private final Map<String, PackNode> values;

    PackMap(PackNode place, Map<String, PackNode> keys, Map<String, PackNode> values) {
        this.place = place;
        this.keys = keys;
        this.values = values;
    }

    /** Reports every key that is none of these. */
    PackMap only(String... allowed) {
        Set<String> known = new TreeSet<>(Set.of(allowed));
        keys.forEach((key, node) -> {
            if (!known.contains(key)) {
                node.broken("is no key here; there are " + String.join(", ", known));
            }
        });
        return this;
    }

    /** The value of a key that must be there. */
    PackNode required(String key) {
        PackNode value = values.get(key);
        if (value != null) {
            return value;
        }
        place.broken("must have " + key);
        return place.absent(key);
    }

    Optional<PackNode> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Each key with its own place and its value, in the file's order. */
    void forEach(KeyConsumer consumer) {
        values.forEach((key, value) -> consumer.take(key, Objects.requireNonNull(keys.get(key)), value));
    }

    /** Takes one key with its place and its value. */
    @FunctionalInterface
    interface KeyConsumer {
        void take(String key, PackNode place, PackNode value);
    }
}
