package vn.dancu.bus.citizen.sms.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** Reads the grammar; an error names file, line and rule ({@code schemas/citizen-sms/v1/grammar.schema.json}). */
public final class SmsGrammarReader {

    private static final int DEPTH = 5;
    private static final Pattern VALUE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern WORD = Pattern.compile("[A-Z]{1,20}");
    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    private static final Map<String, TextCommand.Kind> COMMANDS = Stream.of(
                    TextCommand.Kind.HELP,
                    TextCommand.Kind.RECORD,
                    TextCommand.Kind.ACCESS_LOG,
                    TextCommand.Kind.CONFIRM,
                    TextCommand.Kind.STOP,
                    TextCommand.Kind.REOPEN)
            .collect(Collectors.toUnmodifiableMap(TextCommand.Kind::code, kind -> kind));

    /** @throws vn.dancu.bus.kernel.YamlFileException with file, line and rule */
    public static SmsGrammar read(String file, String text) {
        YamlPlace root = YamlPlace.plain(file, text, DEPTH);
        Map<String, YamlPlace> keys = root.keys(Set.of("prefixes", "commands", "texts", "record"));
        return new SmsGrammar(
                words(root.required(keys, "prefixes"), new HashSet<>()),
                commands(root.required(keys, "commands")),
                texts(root.required(keys, "texts")),
                lines(root.required(keys, "record")));
    }

    private static Map<String, TextCommand.Kind> commands(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(COMMANDS.keySet());
        Map<String, TextCommand.Kind> keywords = new HashMap<>();
        Set<String> taken = new HashSet<>();
        COMMANDS.forEach(
                (name, kind) -> words(place.required(keys, name), taken).forEach(word -> keywords.put(word, kind)));
        return keywords;
    }

    /** @param taken words that another command has */
    private static Set<String> words(YamlPlace place, Set<String> taken) {
        Set<String> words = new LinkedHashSet<>();
        for (YamlPlace item : place.items()) {
            String word = NameNormalizer.fold(item.text());
            if (!WORD.matcher(word).matches()) {
                throw item.broken("must be one word of 1 to 20 letters");
            }
            if (!taken.add(word)) {
                throw item.broken("stands twice");
            }
            words.add(word);
        }
        if (words.isEmpty()) {
            throw place.broken("must have a word");
        }
        return words;
    }

    private static Map<SmsGrammar.Text, SmsGrammar.Words> texts(YamlPlace place) {
        Set<String> names =
                Stream.of(SmsGrammar.Text.values()).map(SmsGrammar.Text::key).collect(Collectors.toSet());
        Map<String, YamlPlace> keys = place.keys(names);
        Map<SmsGrammar.Text, SmsGrammar.Words> texts = new EnumMap<>(SmsGrammar.Text.class);
        for (SmsGrammar.Text text : SmsGrammar.Text.values()) {
            texts.put(text, words(place.required(keys, text.key()), text));
        }
        return texts;
    }

    private static SmsGrammar.Words words(YamlPlace place, SmsGrammar.Text text) {
        Map<String, YamlPlace> keys = place.keys(LANGUAGES);
        return new SmsGrammar.Words(
                withItsValues(place.required(keys, "vi"), text), withItsValues(place.required(keys, "en"), text));
    }

    private static String withItsValues(YamlPlace place, SmsGrammar.Text text) {
        Set<String> values = new HashSet<>();
        Matcher matcher = VALUE.matcher(place.text());
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        if (!values.equals(text.placeholders())) {
            throw place.broken(
                    text.placeholders().isEmpty()
                            ? "must not have values in braces"
                            : "must have in braces: "
                                    + text.placeholders().stream().sorted().collect(Collectors.joining(", ")));
        }
        return place.text().strip();
    }

    private static List<SmsGrammar.Line> lines(YamlPlace place) {
        List<SmsGrammar.Line> lines = new ArrayList<>();
        Set<FieldPath> seen = new HashSet<>();
        for (YamlPlace item : place.items()) {
            Map<String, YamlPlace> keys = item.keys(Set.of("field", "vi", "en"));
            YamlPlace field = item.required(keys, "field");
            FieldPath path = field.as(FieldPath::of);
            if (!OwnRecordWriter.FIELDS.contains(path)) {
                throw field.broken("must be one of "
                        + OwnRecordWriter.FIELDS.stream()
                                .map(FieldPath::value)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            }
            if (!seen.add(path)) {
                throw field.broken("stands twice");
            }
            lines.add(new SmsGrammar.Line(
                    path,
                    new SmsGrammar.Words(
                            item.required(keys, "vi").text(),
                            item.required(keys, "en").text())));
        }
        if (lines.isEmpty()) {
            throw place.broken("must have a line");
        }
        return lines;
    }

    private SmsGrammarReader() {}
}
