package vn.dancu.bus.consent;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.YamlPlace;

/** What a person is shown before deciding, in both languages, and the names of fields in plain words. */
public final class ConsentTexts {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final Set<String> NAMES = Set.of("organisation", "purpose", "fields", "days", "reason");

    private final String version;
    private final String vietnamese;
    private final String english;
    private final Map<FieldPath, FieldName> fields = new HashMap<>();

    private ConsentTexts(String version, String vietnamese, String english) {
        this.version = version;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The name of a field in both languages. */
    public record FieldName(String vietnamese, String english) {}

    /**
     * Reads the file.
     *
     * @param file what it is called in errors
     * @throws vn.dancu.bus.kernel.YamlFileException with file, line and rule when it is malformed
     */
    static ConsentTexts read(String file, String text) {
        YamlPlace root = YamlPlace.of(file, text);
        Map<String, YamlPlace> keys = root.keys(Set.of("version", "vi", "en", "fields"));
        ConsentTexts texts = new ConsentTexts(
                version(root.required(keys, "version")),
                template(root.required(keys, "vi")),
                template(root.required(keys, "en")));
        for (YamlPlace item : root.required(keys, "fields").items()) {
            Map<String, YamlPlace> its = item.keys(Set.of("field", "vi", "en"));
            FieldPath field = item.required(its, "field").as(FieldPath::of);
            FieldName name = new FieldName(
                    item.required(its, "vi").text(), item.required(its, "en").text());
            if (texts.fields.put(field, name) != null) {
                throw item.broken("names a field that stands twice");
            }
        }
        return texts;
    }

    /** The name of the field in plain words; that of the whole and the name of the part, or its path, where the file has none. */
    public FieldName nameOf(FieldPath field) {
        FieldName name = fields.get(field);
        int slash = field.value().indexOf('/');
        if (name != null || slash < 0) {
            return name == null ? new FieldName(field.value(), field.value()) : name;
        }
        String part = field.value().substring(slash + 1);
        FieldName whole = nameOf(FieldPath.of(field.value().substring(0, slash)));
        return new FieldName(whole.vietnamese() + ": " + part, whole.english() + ": " + part);
    }

    /** The text of one request. */
    Consent.Shown shown(ConsentProposal proposal, ConsentTerms.Terms terms, String organisation) {
        Map<String, String> values = new HashMap<>();
        values.put("organisation", organisation);
        values.put("days", Integer.toString(proposal.days()));
        values.put("reason", proposal.reason());
        values.put("purpose", terms.purpose());
        values.put("fields", names(proposal.fields(), FieldName::vietnamese));
        String first = filled(vietnamese, values);
        values.put("purpose", terms.purposeEn());
        values.put("fields", names(proposal.fields(), FieldName::english));
        return new Consent.Shown(version, first, filled(english, values));
    }

    private String names(Collection<FieldPath> those, Function<FieldName, String> language) {
        return those.stream().map(this::nameOf).map(language).collect(Collectors.joining(", "));
    }

    private static String filled(String template, Map<String, String> values) {
        return NAME.matcher(template)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), "–")));
    }

    private static String version(YamlPlace place) {
        if (!place.text().matches("[A-Za-z0-9._-]{1,32}")) {
            throw place.broken("must be 1 to 32 letters, digits, dots, hyphens or underscores");
        }
        return place.text();
    }

    private static String template(YamlPlace place) {
        String text = place.text().strip();
        Set<String> named = NAME.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
        if (!named.equals(NAMES) || text.length() > 4_000) {
            throw place.broken("must have at most 4000 characters and name {organisation}, {purpose}, {fields}, {days}"
                    + " and {reason}, and nothing else in braces");
        }
        return text;
    }
}
