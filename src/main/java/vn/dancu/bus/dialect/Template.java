package vn.dancu.bus.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text of a pack with places for values: {@code {name}} is the value, {@code {base64(name:name)}} is Base64 of values
 * joined by colons. A brace that is no place is refused.
 */
public final class Template {

    private static final String NAME = "[A-Za-z][A-Za-z0-9]{0,39}";
    private static final Pattern A_NAME = Pattern.compile(NAME);
    private static final Pattern PLACE =
            Pattern.compile("\\{(?:(" + NAME + ")|base64\\((" + NAME + "(?::" + NAME + ")*)\\))}");

    private final String text;
    private final List<Part> parts;

    /** Fixed text, or a place for values. */
    private record Part(String text, List<String> names, boolean base64) {}

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    static boolean isName(String text) {
        return A_NAME.matcher(text).matches();
    }

    /** The template of that text, or {@link IllegalArgumentException} when a brace is no place. */
    public static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            parts.add(fixed(text.substring(end, places.start())));
            String name = places.group(1);
            parts.add(
                    name != null
                            ? new Part("", List.of(name), false)
                            : new Part("", List.of(places.group(2).split(":", -1)), true));
            end = places.end();
        }
        parts.add(fixed(text.substring(end)));
        return new Template(text, parts);
    }

    /** The names of the values that it needs. */
    public Set<String> names() {
        return parts.stream()
                .flatMap(part -> part.names().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The text with its values. */
    public String fill(Function<String, String> values) {
        return parts.stream().map(part -> filled(part, values)).collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static Part fixed(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("has a brace that is neither {name} nor {base64(name:name)}");
        }
        return new Part(text, List.of(), false);
    }

    private static String filled(Part part, Function<String, String> values) {
        if (part.names().isEmpty()) {
            return part.text();
        }
        String value = part.names().stream().map(values).collect(Collectors.joining(":"));
        return part.base64() ? Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) : value;
    }
}
