package vn.dancu.bus.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole routes that the page for their writers shows, taken from it as they stand. */
final class DocumentedRoutes {

    private static final Path PAGE = Path.of("docs/operations/routes.md");
    private static final Pattern FILE = Pattern.compile("```yaml\n# routes/(\\S+)\n(.*?)```", Pattern.DOTALL);

    private DocumentedRoutes() {}

    /** Writes them into that folder, and says how many there are. */
    static int writeTo(Path folder) throws IOException {
        int files = 0;
        Matcher found = FILE.matcher(Files.readString(PAGE));
        while (found.find()) {
            Path file = folder.resolve(found.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, found.group(2));
            files++;
        }
        return files;
    }
}
