package vn.dancu.bus.shelf.lint;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may stand at one place of a route file. */
sealed interface Form {

    /**
     * A single value.
     *
     * @param pattern what the whole of it must match
     * @param templated whether it may hold parameters of its template
     * @param vi what it is, in Vietnamese
     * @param en what it is, in English
     */
    record Value(Pattern pattern, boolean templated, String vi, String en) implements Form {}

    /** A list, each item of that form. */
    record Items(String form) implements Form {}

    /**
     * A mapping.
     *
     * @param must the form of each key that must be there
     * @param may the form of each key that may be there
     * @param one the forms of the keys of which exactly one is there
     * @param endpoints where its {@code uri} is described, {@code sources} or {@code targets}; empty when it has none
     */
    record Keys(Map<String, String> must, Map<String, String> may, Map<String, String> one, String endpoints)
            implements Form {

        String formOf(String key) {
            return must.getOrDefault(key, may.getOrDefault(key, one.getOrDefault(key, "")));
        }

        List<String> names() {
            return Stream.of(must, may, one)
                    .flatMap(keys -> keys.keySet().stream())
                    .toList();
        }
    }

    /**
     * Where a message may come from or go to.
     *
     * @param uri what the address must match
     * @param shown the address as people read it
     * @param options the form of each option
     */
    record Endpoint(Pattern uri, String shown, Map<String, String> options) {}
}
