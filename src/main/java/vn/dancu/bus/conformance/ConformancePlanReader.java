package vn.dancu.bus.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.conformance.ConformancePlan.Asker;
import vn.dancu.bus.conformance.ConformancePlan.Doors;
import vn.dancu.bus.conformance.ConformancePlan.Someone;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads the plan of a run from YAML; whatever is wrong is refused with file, line and rule. */
public final class ConformancePlanReader {

    private static final Set<String> KEYS = Set.of("doors", "asker", "people", "fields", "limit");
    private static final Set<String> DOORS = Set.of("soap", "token", "rest", "xroad", "xroad-rest");
    private static final Set<String> ASKER = Set.of("officer", "procedure", "client", "provider");
    private static final Set<String> KINDS = Set.of("found", "replaced", "deceased", "missing", "cancelled");
    private static final Set<String> PERSON = Set.of("soDinhDanh", "hoVaTen", "ngaySinh");
    private static final Set<String> FIELDS = Set.of("allowed", "withheld");
    private static final String NO_CLIENT = "VN/GOV/000.00.00.H41/kiem-thu";
    private static final String PROVIDER = "VN/GOV/000.00.00.G01/csdldc";
    private static final long LIMIT_MILLIS = 5000;
    private static final long MOST_MILLIS = 60_000;

    private ConformancePlanReader() {}

    /**
     * @param name what the file is called in errors
     * @throws vn.dancu.bus.kernel.YamlFileException where the file is no plan
     */
    public static ConformancePlan read(String name, String text, URI target, String partner) {
        YamlPlace root = YamlPlace.of(name, text);
        Map<String, YamlPlace> keys = root.keys(KEYS);
        Map<String, YamlPlace> fields = root.required(keys, "fields").keys(FIELDS);
        List<String> allowed = texts(root.required(keys, "fields").required(fields, "allowed"));
        if (allowed.size() < 2) {
            throw root.required(keys, "fields").broken("must allow two fields or more");
        }
        YamlPlace withheld = fields.get("withheld");
        YamlPlace limit = keys.get("limit");
        return new ConformancePlan(
                target,
                partner,
                keys.containsKey("doors") ? doors(root.required(keys, "doors")) : Doors.OF_A_BUS,
                asker(root.required(keys, "asker")),
                people(root.required(keys, "people")),
                allowed,
                withheld == null ? List.of() : texts(withheld),
                Duration.ofMillis(limit == null ? LIMIT_MILLIS : millis(limit)));
    }

    private static Doors doors(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(DOORS);
        return new Doors(
                path(keys.get("soap")),
                path(keys.get("token")),
                path(keys.get("rest")),
                path(keys.get("xroad")),
                path(keys.get("xroad-rest")));
    }

    private static @Nullable String path(@Nullable YamlPlace place) {
        if (place == null) {
            return null;
        }
        if (!place.text().startsWith("/")) {
            throw place.broken("must be a path");
        }
        return place.text();
    }

    private static Asker asker(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(ASKER);
        YamlPlace client = keys.get("client");
        YamlPlace provider = keys.get("provider");
        return new Asker(
                place.required(keys, "officer").text(),
                place.required(keys, "procedure").text(),
                client == null ? NO_CLIENT : client.text(),
                provider == null ? PROVIDER : provider.text());
    }

    private static Map<String, Someone> people(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(KINDS);
        place.required(keys, ConformancePlan.FOUND);
        Map<String, Someone> people = new HashMap<>();
        keys.forEach((kind, person) -> people.put(kind, someone(person)));
        return people;
    }

    private static Someone someone(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(PERSON);
        YamlPlace number = place.required(keys, "soDinhDanh");
        if (!number.text().matches("999[0-9]{9}")) {
            throw number.broken("must be 12 digits that begin with 999: nobody real is asked about");
        }
        YamlPlace born = place.required(keys, "ngaySinh");
        if (!born.text().matches("[0-9]{4}(-[0-9]{2}-[0-9]{2})?")) {
            throw born.broken("must be yyyy-MM-dd or yyyy");
        }
        return new Someone(number.text(), place.required(keys, "hoVaTen").text(), born.text());
    }

    private static List<String> texts(YamlPlace place) {
        return place.items().stream().map(YamlPlace::text).toList();
    }

    private static long millis(YamlPlace place) {
        if (place.number() < 1 || place.number() > MOST_MILLIS) {
            throw place.broken("must be 1 to " + MOST_MILLIS + " milliseconds");
        }
        return place.number();
    }
}
