package vn.dancu.bus.citizen.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.YamlPlace;

/** The rules of {@code disclosure.yaml}. */
final class DisclosureRules {

    private static final Set<String> KEYS = Set.of(
            "id", "legalBasis", "partners", "authorities", "kinds", "purposes", "actions", "hiddenFor", "hiddenUntil");
    private static final int DEPTH = 5;

    private final List<DisclosureRule> rules;

    private DisclosureRules(List<DisclosureRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads the file. A wrong word would hide nothing and nobody would see it, so each is checked as far as the bus knows what there
     * is; a purpose that is in no list any more can be named, since records keep theirs.
     *
     * @param kinds ids of the kinds of authorities
     * @throws vn.dancu.bus.kernel.YamlFileException with file, line and rule
     */
    static DisclosureRules read(String file, String text, Set<String> kinds) {
        YamlPlace root = YamlPlace.plain(file, text, DEPTH);
        List<DisclosureRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlPlace item : root.required(root.keys(Set.of("rules")), "rules").items()) {
            DisclosureRule rule = rule(item, kinds);
            if (!ids.add(rule.id())) {
                throw item.broken("has the id of another rule");
            }
            rules.add(rule);
        }
        return new DisclosureRules(rules);
    }

    List<DisclosureRule> all() {
        return rules;
    }

    private static DisclosureRule rule(YamlPlace item, Set<String> known) {
        Map<String, YamlPlace> keys = item.keys(KEYS);
        DisclosureRule rule = new DisclosureRule(
                item.required(keys, "id").as(DisclosureRules::id),
                item.required(keys, "legalBasis").text(),
                new DisclosureRule.Who(
                        texts(keys, "partners", text -> new PartnerId(text).value()),
                        texts(keys, "authorities", text -> AgencyCode.of(text).value()),
                        texts(keys, "kinds", text -> kind(text, known))),
                texts(keys, "purposes", text -> new Purpose(text).value()),
                texts(keys, "actions", DisclosureRules::action),
                value(keys, "hiddenFor", DisclosureRules::period),
                value(keys, "hiddenUntil", DisclosureRules::day));
        if ((rule.hiddenFor() == null) == (rule.hiddenUntil() == null)) {
            throw item.broken("must have one of hiddenFor and hiddenUntil");
        }
        if (!rule.purposes().isEmpty() && !rule.actions().isEmpty()) {
            throw item.broken("must not have purposes and actions: an act has no purpose");
        }
        if (rule.who().isEverybody()
                && rule.purposes().isEmpty()
                && rule.actions().isEmpty()) {
            throw item.broken("must say whose uses, or which: it would hide the whole log");
        }
        return rule;
    }

    private static Set<String> texts(Map<String, YamlPlace> keys, String key, Function<String, String> type) {
        YamlPlace list = keys.get(key);
        return list == null
                ? Set.of()
                : list.items().stream().map(item -> item.as(type)).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> @Nullable T value(Map<String, YamlPlace> keys, String key, Function<String, T> type) {
        YamlPlace place = keys.get(key);
        return place == null ? null : place.as(type);
    }

    private static String kind(String text, Set<String> known) {
        if (!known.contains(text)) {
            throw new IllegalArgumentException("must be a kind of authorities (connection/kinds.yaml)");
        }
        return text;
    }

    private static String action(String text) {
        if (!text.matches("[a-z]+\\.[a-z_]+")) {
            throw new IllegalArgumentException("must be an act such as audit.looked");
        }
        return text;
    }

    private static String id(String text) {
        if (!text.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("must be 2 to 40 of [a-z0-9-], first a letter");
        }
        return text;
    }

    private static Period period(String text) {
        try {
            Period period = Period.parse(text);
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("must be longer than nothing");
            }
            return period;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be such as P90D, P6M or P2Y", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a day such as 2030-01-01", e);
        }
    }
}
