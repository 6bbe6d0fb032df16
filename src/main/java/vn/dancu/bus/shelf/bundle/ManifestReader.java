package vn.dancu.bus.shelf.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads {@code bundle.yaml}. */
final class ManifestReader {

    static final String FILE = "bundle.yaml";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}{}]{2,400}");
    private static final Pattern ROUTE_FILE = Pattern.compile("[a-z][a-z0-9-]{1,59}\\.(camel\\.yaml|camel\\.xml|yaml)");
    private static final int MAX_DEPTH = 4;
    private static final Set<String> KEYS =
            Set.of("name", "version", "owner", "zone", "description", "channels", "needs", "errors", "files");

    private final YamlPlace root;
    private final Map<String, YamlPlace> keys;

    private ManifestReader(YamlPlace root) {
        this.root = root;
        this.keys = root.keys(KEYS);
    }

    /**
     * The manifest.
     *
     * @param path what the file is called in errors
     * @throws YamlFileException when it is not as it must be
     */
    static BundleManifest read(String path, String text) {
        return new ManifestReader(YamlPlace.plain(path, text, MAX_DEPTH)).manifest();
    }

    private BundleManifest manifest() {
        YamlPlace description = root.required(keys, "description");
        Map<String, YamlPlace> languages = description.keys(Set.of("vi", "en"));
        return new BundleManifest(
                matching(root.required(keys, "name"), NAME, "must be small letters, digits and hyphens"),
                root.required(keys, "version").as(ReleaseNumber::of),
                words(root.required(keys, "owner")),
                matching(root.required(keys, "zone"), NAME, "must be small letters, digits and hyphens"),
                new BundleManifest.Description(
                        words(description.required(languages, "vi")), words(description.required(languages, "en"))),
                list(keys.get("channels"), name()),
                list(keys.get("needs"), name()),
                keys.containsKey("errors") ? name().apply(root.required(keys, "errors")) : null,
                list(root.required(keys, "files"), file()));
    }

    private static Function<YamlPlace, String> name() {
        return place -> matching(place, NAME, "must be small letters, digits and hyphens");
    }

    private static Function<YamlPlace, String> file() {
        return place -> matching(place, ROUTE_FILE, "must be the name of a route file beside it");
    }

    private static List<String> list(@Nullable YamlPlace place, Function<YamlPlace, String> item) {
        return place == null
                ? List.of()
                : place.items().stream().map(item).distinct().toList();
    }

    private static String words(YamlPlace place) {
        return matching(place, WORDS, "must be 2 to 400 characters without { }");
    }

    private static String matching(YamlPlace place, Pattern form, String rule) {
        String text = place.text();
        if (!form.matcher(text).matches()) {
            throw place.broken(rule);
        }
        return text;
    }
}
