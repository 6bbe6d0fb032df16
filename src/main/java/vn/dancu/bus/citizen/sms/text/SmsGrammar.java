package vn.dancu.bus.citizen.sms.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.citizen.ConversationSettings.Language;
import vn.dancu.bus.kernel.FieldPath;

/**
 * The grammar of the channel: which words are commands, what is answered, and which lines of a record are shown.
 *
 * @param prefixes the words with which a command begins, folded
 * @param keywords each word of a command, folded
 * @param texts each answer
 * @param lines of a record, the most important first
 */
public record SmsGrammar(
        Set<String> prefixes, Map<String, TextCommand.Kind> keywords, Map<Text, Words> texts, List<Line> lines) {

    public SmsGrammar {
        prefixes = Set.copyOf(prefixes);
        keywords = Map.copyOf(keywords);
        texts = Map.copyOf(new EnumMap<>(texts));
        lines = List.copyOf(lines);
    }

    /** The answers, with the values that each holds as {@code {name}}. */
    public enum Text {
        HELP,
        UNKNOWN,
        /** For whatever must not be told apart. */
        REFUSED,
        CODE("code", "minutes"),
        RECORD("record"),
        ACCESS_LOG("count", "own", "uses"),
        ACCESS_LOG_EMPTY("own"),
        STOPPED,
        REOPEN,
        TOO_MANY,
        UNAVAILABLE,
        LOCKED("hours"),
        CLOSED;

        private final Set<String> placeholders;

        Text(String... placeholders) {
            this.placeholders = Set.of(placeholders);
        }

        public Set<String> placeholders() {
            return placeholders;
        }

        /** As the file writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A text in both languages. */
    public record Words(String vi, String en) {

        public String in(Language language) {
            return language == Language.VI ? vi : en;
        }
    }

    /** One field of a record and how it is called. */
    public record Line(FieldPath field, Words label) {}

    boolean isPrefix(String folded) {
        return prefixes.contains(folded);
    }

    Optional<TextCommand.Kind> command(String folded) {
        return Optional.ofNullable(keywords.get(folded));
    }

    /** The answer with its values put in. */
    public String text(Text text, Language language, Map<String, String> values) {
        Words words = texts.get(text);
        if (words == null) {
            throw new IllegalStateException("The reader of the grammar requires every text");
        }
        String filled = words.in(language);
        for (String name : text.placeholders()) {
            filled = filled.replace("{" + name + "}", values.getOrDefault(name, ""));
        }
        return filled;
    }
}
