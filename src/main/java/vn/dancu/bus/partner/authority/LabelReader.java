package vn.dancu.bus.partner.authority;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads ids and names in two languages, as the files of kinds and of steps have them. */
public final class LabelReader {

    private static final Set<String> KEYS = Set.of("vi", "en");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** The id at a place; a YAML error when it is malformed. */
    public static String id(YamlPlace place) {
        if (!ID.matcher(place.text()).matches()) {
            throw place.broken("must be 2 to 40 of [a-z0-9-], first a letter");
        }
        return place.text();
    }

    /** The names at a place that has nothing else. */
    public static BilingualLabel label(YamlPlace place) {
        return label(place, place.keys(KEYS));
    }

    /** The names among other keys of a place. */
    public static BilingualLabel label(YamlPlace place, Map<String, YamlPlace> keys) {
        return new BilingualLabel(
                place.required(keys, "vi").text(), place.required(keys, "en").text());
    }

    private LabelReader() {}
}
