package vn.dancu.bus.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that people write, seen from the root of the project. */
final class HouseFiles {

    private static final Set<String> NOT_WRITTEN =
            Set.of(".git", ".idea", ".vscode", ".dancu", "target", "node_modules");

    private HouseFiles() {}

    static List<Path> all() throws IOException {
        return under(Path.of("."));
    }

    /** Empty when there is no such folder. */
    static List<Path> under(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(HouseFiles::isWritten)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isWritten(Path file) {
        for (Path part : file) {
            if (NOT_WRITTEN.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
