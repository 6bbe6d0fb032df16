package vn.dancu.bus.desk.console.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/** The names of what is set; a value only where it is a switch, a number, a time or a size, and its name is no secret's. */
final class SettingLines {

    private static final Pattern NAMES =
            Pattern.compile("(?:dancu|spring|server|management|logging|camel)[._].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARMLESS =
            Pattern.compile("true|false|-?[0-9]{1,8}(?:\\.[0-9]{1,4})?(?:ms|s|m|h|d|B|KB|MB|GB)?");
    private static final Pattern SECRET = Pattern.compile("secret|pass|key|token|credential|salt|pin\\b|code\\b");

    /** Shorter values are words that stand in other places too. */
    private static final int SHORTEST_SECRET = 8;

    static String of(ConfigurableEnvironment environment) {
        StringBuilder lines = new StringBuilder();
        names(environment).forEach(name -> lines.append(name)
                .append('=')
                .append(shown(environment, name))
                .append('\n'));
        return lines.toString();
    }

    /** The values under the names of secrets, the longest first; wherever else one stands, it is to be struck out. */
    static List<String> secrets(ConfigurableEnvironment environment) {
        return names(environment).stream()
                .filter(SettingLines::isSecret)
                .flatMap(name -> Optional.ofNullable(value(environment, name)).stream())
                .filter(value -> value.length() >= SHORTEST_SECRET
                        && !HARMLESS.matcher(value).matches())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static Set<String> names(ConfigurableEnvironment environment) {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> listed) {
                for (String name : listed.getPropertyNames()) {
                    if (NAMES.matcher(name).matches()) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    private static boolean isSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    private static String shown(ConfigurableEnvironment environment, String name) {
        String value = value(environment, name);
        if (value == null || value.isBlank()) {
            return "(empty)";
        }
        return !isSecret(name) && HARMLESS.matcher(value).matches() ? value : "(set)";
    }

    private static @Nullable String value(ConfigurableEnvironment environment, String name) {
        try {
            return environment.getProperty(name);
        } catch (IllegalArgumentException unresolved) {
            // It names another setting that there is not.
            return "${}";
        }
    }

    private SettingLines() {}
}
