package vn.dancu.bus.dialect.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.dancu.bus.dialect.DialectPackException;

/** What is wrong with packs, gathered until all of them are read. */
final class PackErrors {

    private final List<PackError> found = new ArrayList<>();

    /** One error; lines and columns count from one. */
    private record PackError(String file, int line, int column, String rule) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column + ": " + rule;
        }
    }

    void add(String file, int line, int column, String rule) {
        found.add(new PackError(file, line, column, rule));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DialectPackException(found.stream()
                    .sorted(Comparator.comparing(PackError::file)
                            .thenComparing(PackError::line)
                            .thenComparing(PackError::column))
                    .map(PackError::toString)
                    .toList());
        }
    }
}
