package vn.dancu.bus.citizen.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.dancu.bus.kernel.YamlPlace;

/** What a citizen reads for codes of services, acts and fields. A code that the file does not have stands for itself. */
final class AccessWords {

    private static final int MAX_SHORT = 20;
    private static final int DEPTH = 6;

    private final Map<String, Word> words;
    private final Map<String, AccessEntry.Label> groups;

    private AccessWords(Map<String, Word> words, Map<String, AccessEntry.Label> groups) {
        this.words = words;
        this.groups = groups;
    }

    private record Word(AccessEntry.Label label, String brief) {}

    /** @throws vn.dancu.bus.kernel.YamlFileException with file, line and rule */
    static AccessWords read(String file, String text) {
        YamlPlace root = YamlPlace.plain(file, text, DEPTH);
        Map<String, YamlPlace> keys = root.keys(Set.of("services", "acts", "fieldGroups"));
        Map<String, Word> words = new LinkedHashMap<>();
        root.required(keys, "services").items().forEach(item -> add(words, item));
        root.required(keys, "acts").items().forEach(item -> add(words, item));
        Map<String, AccessEntry.Label> groups = new LinkedHashMap<>();
        root.required(keys, "fieldGroups").items().forEach(item -> addGroup(groups, item));
        return new AccessWords(words, groups);
    }

    private static void add(Map<String, Word> words, YamlPlace item) {
        Map<String, YamlPlace> keys = item.keys(Set.of("code", "name", "short"));
        String code = item.required(keys, "code").text();
        YamlPlace brief = item.required(keys, "short");
        if (brief.text().length() > MAX_SHORT || !brief.text().matches("[ -~]+")) {
            throw brief.broken("must be at most " + MAX_SHORT + " characters without diacritics");
        }
        AccessEntry.Label label =
                new AccessEntry.Label(code, item.required(keys, "name").text());
        if (words.putIfAbsent(code, new Word(label, brief.text())) != null) {
            throw item.broken("stands twice");
        }
    }

    private static void addGroup(Map<String, AccessEntry.Label> groups, YamlPlace item) {
        Map<String, YamlPlace> keys = item.keys(Set.of("code", "name", "fields"));
        AccessEntry.Label label = new AccessEntry.Label(
                item.required(keys, "code").text(), item.required(keys, "name").text());
        for (YamlPlace field : item.required(keys, "fields").items()) {
            if (groups.putIfAbsent(field.text(), label) != null) {
                throw field.broken("stands in another group");
            }
        }
    }

    AccessEntry.Label label(String code) {
        Word word = words.get(code);
        return word == null ? new AccessEntry.Label(code, code) : word.label();
    }

    String brief(String code) {
        Word word = words.get(code);
        return word == null ? code.substring(0, Math.min(MAX_SHORT, code.length())) : word.brief();
    }

    /** The groups of those fields, each once, in the order of the file; a part of a field belongs to the field's group. */
    List<AccessEntry.Label> groups(Set<String> fields) {
        Set<String> names =
                fields.stream().map(field -> field.split("/", 2)[0]).collect(Collectors.toUnmodifiableSet());
        Map<String, AccessEntry.Label> found = groups.entrySet().stream()
                .filter(group -> names.contains(group.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toMap(
                        AccessEntry.Label::code, Function.identity(), (first, again) -> first, LinkedHashMap::new));
        names.stream()
                .filter(name -> !groups.containsKey(name))
                .sorted()
                .forEach(name -> found.put(name, new AccessEntry.Label(name, name)));
        return List.copyOf(found.values());
    }
}
