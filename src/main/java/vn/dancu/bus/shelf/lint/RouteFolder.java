package vn.dancu.bus.shelf.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the folder of routes. */
public final class RouteFolder {

    static final int MAX_BYTES = 64 * 1024;
    private static final Pattern TYPES = Pattern.compile(".*\\.(yaml|yml|xml|java|groovy|json)");
    private static final Pattern HIDDEN = Pattern.compile("(^|/)\\.");

    private RouteFolder() {}

    /**
     * The files that are routes, or that somebody may take for routes, in the order of their paths. What begins with a dot
     * is left out: editors and mounted volumes keep their own copies there.
     *
     * @throws IOException when there is no such folder, or it cannot be listed
     */
    public static List<RouteFile> read(Path folder) throws IOException {
        Path root = folder.toRealPath();
        List<RouteFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (TYPES.matcher(name).matches() && !HIDDEN.matcher(name).find()) {
                    files.add(read(name, file));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static RouteFile read(String name, Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            return new RouteFile(name, "", false);
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return new RouteFile(
                    name, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), true);
        } catch (CharacterCodingException e) {
            return new RouteFile(name, "", false);
        }
    }
}
