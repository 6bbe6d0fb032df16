package vn.dancu.bus.shelf.lint;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One thing that is wrong with a file of routes.
 *
 * @param file its path in the folder, with slashes
 * @param line from 1
 * @param column from 1
 * @param rule which rule it breaks
 * @param values what message and repair name: keys and words of the vocabulary, never a value of the file
 */
public record RouteFinding(String file, int line, int column, RouteRule rule, List<String> values) {

    public RouteFinding {
        values = List.copyOf(values);
    }

    /** What is wrong, in that language: Vietnamese or English. */
    public String message(Locale language) {
        return text(language, ".message");
    }

    /** What to do about it, in that language. */
    public String repair(Locale language) {
        return text(language, ".repair");
    }

    private String text(Locale language, String kind) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "shelf/rules",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return String.format(Locale.ROOT, texts.getString(rule.code() + kind), values.toArray());
    }
}
