package vn.dancu.bus.shelf.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads the vocabulary; every form that is named must exist. */
final class VocabularyReader {

    private static final int MAX_DEPTH = 8;

    private final YamlPlace root;
    private final Map<String, Form> forms = new LinkedHashMap<>();

    VocabularyReader(String file, String text) {
        this.root = YamlPlace.plain(file, text, MAX_DEPTH);
    }

    Vocabulary read() {
        Map<String, YamlPlace> keys = root.keys(Set.of("limits", "texts", "forms", "sources", "targets", "beans"));
        Map<String, YamlPlace> written = new LinkedHashMap<>(map(root.required(keys, "texts"), place -> place));
        written.putAll(map(root.required(keys, "forms"), place -> place));
        // Each stands before it is read, so that a form may name itself.
        written.forEach((name, place) -> forms.put(name, new Form.Items("")));
        forms.putAll(map(root.required(keys, "texts"), this::value));
        forms.putAll(map(root.required(keys, "forms"), this::form));
        return new Vocabulary(
                map(root.required(keys, "limits"), place -> (int) place.number()),
                forms,
                map(root.required(keys, "sources"), this::endpoint),
                map(root.required(keys, "targets"), this::endpoint),
                map(root.required(keys, "beans"), VocabularyReader::words));
    }

    private Form value(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(Set.of("matches", "templated", "vi", "en"));
        return new Form.Value(
                place.required(keys, "matches").as(Pattern::compile),
                keys.containsKey("templated"),
                place.required(keys, "vi").text(),
                place.required(keys, "en").text());
    }

    private Form form(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(Set.of("must", "may", "one", "each", "endpoint"));
        if (keys.containsKey("each")) {
            return new Form.Items(named(place.required(keys, "each")));
        }
        YamlPlace endpoint = keys.get("endpoint");
        return new Form.Keys(
                formsIn(keys.get("must")),
                formsIn(keys.get("may")),
                formsIn(keys.get("one")),
                endpoint == null ? "" : endpoint.text());
    }

    private Form.Endpoint endpoint(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(Set.of("uri", "shown", "options"));
        return new Form.Endpoint(
                place.required(keys, "uri").as(Pattern::compile),
                place.required(keys, "shown").text(),
                formsIn(keys.get("options")));
    }

    private Map<String, String> formsIn(@Nullable YamlPlace place) {
        return place == null ? Map.of() : map(place, this::named);
    }

    private String named(YamlPlace place) {
        String name = place.text();
        if (!forms.containsKey(name) && !name.equals(FormCheck.OPTIONS)) {
            throw place.broken("names no form");
        }
        return name;
    }

    private static Set<String> words(YamlPlace place) {
        Set<String> words = new LinkedHashSet<>();
        place.items().forEach(item -> words.add(item.text()));
        return words;
    }

    private static <T> Map<String, T> map(YamlPlace place, Function<YamlPlace, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<YamlPlace, YamlPlace> entry :
                place.entries().orElseThrow(() -> place.broken("must be a mapping"))) {
            map.put(entry.getKey().text(), value.apply(entry.getValue()));
        }
        return map;
    }
}
