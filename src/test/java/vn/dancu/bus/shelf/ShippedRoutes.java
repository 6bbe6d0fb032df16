package vn.dancu.bus.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code routes/}, to be put into a folder of a test. */
final class ShippedRoutes {

    private static final Path FOLDER = Path.of("routes");

    private ShippedRoutes() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    static void copy(Path file, Path folder) throws IOException {
        Path copy = folder.resolve(FOLDER.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }
}
