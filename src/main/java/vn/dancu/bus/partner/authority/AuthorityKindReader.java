package vn.dancu.bus.partner.authority;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads the kinds of authorities. */
final class AuthorityKindReader {

    private static final Set<String> KEYS = Set.of("id", "vi", "en", "consent");

    List<AuthorityKind> read(String name, String text) {
        YamlPlace root = YamlPlace.of(name, text);
        List<AuthorityKind> kinds = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlPlace place :
                root.required(root.keys(Set.of("kinds")), "kinds").items()) {
            Map<String, YamlPlace> keys = place.keys(KEYS);
            String id = LabelReader.id(place.required(keys, "id"));
            if (!seen.add(id)) {
                throw place.broken("has the id of another kind already");
            }
            kinds.add(new AuthorityKind(id, LabelReader.label(place, keys), needsConsent(keys.get("consent"))));
        }
        return List.copyOf(kinds);
    }

    private static boolean needsConsent(@Nullable YamlPlace place) {
        if (place != null && !place.text().equals("required")) {
            throw place.broken("must be required, or not be there");
        }
        return place != null;
    }
}
