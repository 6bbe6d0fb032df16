package vn.dancu.bus.command.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One value of an answer in one line, for people: moments in the time of this machine with its offset, days as they are
 * written in the language, objects by what they are called or by what is in them, never as JSON. Control characters are not
 * passed on to the terminal.
 */
public final class CellText {

    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final CommandTexts words;
    private final Map<String, BilingualText> headings;
    private final DateTimeFormatter moments;
    private final DateTimeFormatter days;

    CellText(CommandTexts words, Map<String, BilingualText> headings, ZoneId zone) {
        this.words = words;
        this.headings = headings;
        this.moments = DateTimeFormatter.ofPattern(words.of("format.moment"), words.language())
                .withZone(zone);
        this.days = DateTimeFormatter.ofPattern(words.of("format.day"), words.language());
    }

    String of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isBoolean()) {
            return words.of(value.asBoolean() ? "yes" : "no");
        }
        if (value.isObject()) {
            return object(value);
        }
        if (value.isArray()) {
            return isTexts(value) ? joined(value) : value.isEmpty() ? "" : words.of("list.count", value.size());
        }
        return value.isTextual() ? text(value.asText()) : clean(value.asText());
    }

    static boolean isTexts(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).isValueNode();
    }

    /** What a property is called: the beginning of its description in the contract, else its name. */
    String heading(String property) {
        BilingualText text = headings.get(property);
        if (text == null) {
            return clean(property);
        }
        String heading = text.in(words.language());
        return heading.substring(0, 1).toUpperCase(words.language()) + heading.substring(1);
    }

    private String object(JsonNode value) {
        for (String name : List.of(words.language().getLanguage(), "id")) {
            if (value.path(name).isValueNode() && !value.path(name).isNull()) {
                return of(value.path(name));
            }
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : value.properties()) {
            String text = of(part.getValue());
            if (!text.isEmpty()) {
                parts.add(parts.isEmpty() ? text : heading(part.getKey()) + " " + text);
            }
        }
        return String.join("; ", parts);
    }

    private String joined(JsonNode values) {
        List<String> all = new ArrayList<>();
        values.forEach(each -> all.add(of(each)));
        return String.join(", ", all);
    }

    private String text(String text) {
        if (MOMENT.matcher(text).matches()) {
            Instant moment = Instant.parse(text);
            return moment.equals(Instant.EPOCH) ? words.of("moment.always") : moments.format(moment);
        }
        return DAY.matcher(text).matches() ? days.format(LocalDate.parse(text)) : clean(text);
    }

    /** The text with a question mark for each control character. */
    public static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
