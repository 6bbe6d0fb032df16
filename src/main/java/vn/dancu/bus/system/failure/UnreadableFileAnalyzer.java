package vn.dancu.bus.system.failure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;

/**
 * A file or folder that is missing, cannot be read or written, or has errors: the setting is the one whose value is the
 * path that the failure's message names.
 */
@Order(FailureOrder.BY_WORDS)
class UnreadableFileAnalyzer implements FailureAnalyzer {

    private static final String FILE = "file:";

    private final Environment environment;

    UnreadableFileAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            messages.add(each.getClass().getSimpleName() + ": " + each.getMessage());
        }
        String last = messages.stream().reduce("", (before, message) -> message);
        Set<String> keys = keysOfPathsIn(String.join("\n", messages));
        if (keys.isEmpty()) {
            return null;
        }
        String named = String.join(", ", keys);
        return new FailureAnalysis(
                "Tệp hoặc thư mục của khóa " + named + " không dùng được / the file or folder of setting " + named
                        + " cannot be used: " + last,
                "Sửa tệp, quyền của tệp hoặc khóa / Mend the file, its permissions or the setting " + named
                        + "; docs/operations/settings.md",
                failure);
    }

    private Set<String> keysOfPathsIn(String text) {
        if (!(environment instanceof ConfigurableEnvironment configurable)) {
            return Set.of();
        }
        return configurable.getPropertySources().stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> names
                        ? Stream.of(names.getPropertyNames())
                        : Stream.empty())
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("dancu."))
                .filter(name -> isPathIn(text, Objects.toString(environment.getProperty(name), "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isPathIn(String text, String value) {
        String place = value.startsWith(FILE) ? value.substring(FILE.length()) : value;
        try {
            Path path = Path.of(place).toAbsolutePath().normalize();
            return !place.isBlank() && path.getNameCount() > 1 && text.contains(path.toString());
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
