package vn.dancu.bus.shelf.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFolder;

/**
 * A folder of routes, read once: each folder in it that has a {@code bundle.yaml} is a bundle, and so is each of those below
 * {@code partners/}; what lies elsewhere stands for itself.
 *
 * @param bundles the bundles by their places, such as {@code partners/h41-lgsp/}
 * @param loose the files that belong to none
 */
public record BundleFolder(Map<String, BundleContent> bundles, List<RouteFile> loose) {

    private static final String MANIFEST = "/" + ManifestReader.FILE;
    private static final int MAX_SIGNATURE_BYTES = 8 * 1024;

    /**
     * The folder as it is now.
     *
     * @throws IOException when it cannot be listed
     */
    public static BundleFolder read(Path folder) throws IOException {
        List<RouteFile> files = RouteFolder.read(folder);
        Map<String, BundleContent> bundles = new LinkedHashMap<>();
        for (RouteFile file : files) {
            if (isManifest(file)) {
                String place = file.path().substring(0, file.path().length() - MANIFEST.length() + 1);
                bundles.put(place, content(folder.resolve(place), inside(files, place)));
            }
        }
        return new BundleFolder(bundles, loose(files, bundles));
    }

    /**
     * One bundle by itself.
     *
     * @throws IOException when it cannot be listed
     */
    public static BundleContent readBundle(Path folder) throws IOException {
        return content(folder, RouteFolder.read(folder));
    }

    /** How many files there are. */
    public int size() {
        return loose.size()
                + bundles.values().stream()
                        .mapToInt(content -> content.files().size())
                        .sum();
    }

    private static boolean isManifest(RouteFile file) {
        String path = file.path();
        int depth = (int) path.chars().filter(letter -> letter == '/').count();
        return path.endsWith(MANIFEST) && (depth == 1 || (depth == 2 && path.startsWith("partners/")));
    }

    private static List<RouteFile> inside(List<RouteFile> files, String place) {
        return files.stream()
                .filter(file -> file.path().startsWith(place))
                .map(file -> new RouteFile(file.path().substring(place.length()), file.text(), file.readable()))
                .toList();
    }

    private static List<RouteFile> loose(List<RouteFile> files, Map<String, BundleContent> bundles) {
        List<RouteFile> loose = new ArrayList<>(files);
        loose.removeIf(file -> bundles.keySet().stream().anyMatch(file.path()::startsWith));
        return loose;
    }

    private static BundleContent content(Path folder, List<RouteFile> files) throws IOException {
        return new BundleContent(
                files, signature(folder.resolve(BundleContent.SIGNATURE_FILE)).orElse(null));
    }

    private static Optional<String> signature(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= MAX_SIGNATURE_BYTES
                ? Optional.of(Files.readString(file).strip())
                : Optional.empty();
    }
}
