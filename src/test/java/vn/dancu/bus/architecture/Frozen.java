package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rule with exceptions of the past: a list names each of them. A new exception fails, and so does a line of the list whose
 * exception was mended, so the list only becomes shorter.
 */
enum Frozen {
    NAMES_USED_TWICE("names-used-twice.txt"),
    LARGE_PACKAGES("large-packages.txt");

    private final Path list;

    Frozen(String file) {
        this.list = Path.of("src/test/resources/architecture", file);
    }

    void holds(Set<String> found, String reason) {
        SortedSet<String> listed = listed();
        assertThat(found).as("%s (never add it to %s)", reason, list).isSubsetOf(listed);
        assertThat(listed).as("mended: take these lines out of %s", list).isSubsetOf(found);
    }

    private SortedSet<String> listed() {
        try {
            SortedSet<String> names = new TreeSet<>(Files.readAllLines(list));
            names.removeIf(String::isBlank);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
