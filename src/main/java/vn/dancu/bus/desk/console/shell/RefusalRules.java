package vn.dancu.bus.desk.console.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of refusals in Vietnamese, for people: interfaces give them in English. Thread-safe. */
final class RefusalRules {

    static final String FILE = "/desk/rules-vi.txt";

    private static final String VARIES = "{}";

    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<Pattern, String> varying = new LinkedHashMap<>();

    RefusalRules() {
        try (InputStream in = Objects.requireNonNull(RefusalRules.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(pair -> add(pair[0], pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null where there are no Vietnamese words for it. */
    public @Nullable String vietnamese(@Nullable String rule) {
        if (rule == null) {
            return null;
        }
        String words = plain.get(rule);
        return words == null ? varied(rule) : words;
    }

    private @Nullable String varied(String rule) {
        for (Map.Entry<Pattern, String> one : varying.entrySet()) {
            Matcher found = one.getKey().matcher(rule);
            if (found.matches()) {
                String words = one.getValue();
                for (int i = 1; i <= found.groupCount(); i++) {
                    words = words.replaceFirst("\\{}", Matcher.quoteReplacement(found.group(i)));
                }
                return words;
            }
        }
        return null;
    }

    private void add(String english, String vietnamese) {
        if (!english.contains(VARIES)) {
            plain.put(english, vietnamese);
            return;
        }
        StringBuilder form = new StringBuilder();
        for (String part : english.split("\\{}", -1)) {
            form.append(form.isEmpty() ? "" : "(.{1,300}?)").append(Pattern.quote(part));
        }
        varying.put(Pattern.compile(form.toString()), vietnamese);
    }
}
