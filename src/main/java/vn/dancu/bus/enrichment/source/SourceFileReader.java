package vn.dancu.bus.enrichment.source;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.EnrichedGroup;
import vn.dancu.bus.enrichment.EnrichmentSource.Freshness;
import vn.dancu.bus.enrichment.EnrichmentSource.Standing;
import vn.dancu.bus.enrichment.EnrichmentSource.Validity;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.SourceColumn;
import vn.dancu.bus.enrichment.SourceColumn.Use;
import vn.dancu.bus.enrichment.check.RecordRule;
import vn.dancu.bus.enrichment.check.ValueCheck;
import vn.dancu.bus.enrichment.check.ValueCheckReader;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.YamlPlace;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.group.ContractGroups;
import vn.dancu.bus.message.population.group.GroupValues;
import vn.dancu.bus.message.population.group.OtherGroup;

/** Reads the file of a source; an error says file, line, column and rule ({@code schemas/enrichment/v1/source.schema.json}). */
final class SourceFileReader {

    private static final int DEPTH = 8;
    private static final int MOST_PRECEDENCE = 1000;
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
    private static final Pattern OTHER_GROUP = Pattern.compile(OtherGroup.ALL + "/" + COLUMN.pattern());
    private static final Set<Use> ONCE = Set.of(Use.NUMBER, Use.NAME, Use.BIRTH_DATE);

    private final ValueCheckReader checks;
    private final Clock clock;

    SourceFileReader(Catalogues catalogues, Clock clock) {
        this.checks = new ValueCheckReader(catalogues);
        this.clock = clock;
    }

    /** @throws vn.dancu.bus.kernel.YamlFileException with file, line, column and rule */
    DeclaredSource read(String file, String text) {
        YamlPlace root = YamlPlace.plain(file, text, DEPTH);
        Map<String, YamlPlace> keys = root.keys(Set.of(
                "source",
                "title",
                "authority",
                "legalBasis",
                "group",
                "standing",
                "validity",
                "recordId",
                "columns",
                "rules",
                "files"));
        YamlPlace list = root.required(keys, "columns");
        List<SourceColumn> columns = new ArrayList<>();
        List<ValueCheck> columnChecks = new ArrayList<>();
        for (YamlPlace place : list.items()) {
            Map<String, YamlPlace> its = place.keys(Set.of("name", "use", "titles", "required", "check"));
            columns.add(column(place, its, columns));
            columnChecks.add(checks.read(place.required(its, "check")));
        }
        requireUses(list, columns);
        YamlPlace recordId = keys.get("recordId");
        return new DeclaredSource(
                header(root, keys, columns),
                new DeclaredSource.Content(
                        columns,
                        columnChecks,
                        rules(keys.get("rules"), columns),
                        recordId == null ? -1 : placeOf(recordId, columns)),
                new ProfileReader(columns).read(root.required(keys, "files")),
                clock);
    }

    private static DeclaredSource.Header header(
            YamlPlace root, Map<String, YamlPlace> keys, List<SourceColumn> columns) {
        YamlPlace title = root.required(keys, "title");
        Map<String, YamlPlace> titles = title.keys(Set.of("vi", "en"));
        return new DeclaredSource.Header(
                root.required(keys, "source").as(SourceCode::new),
                title.required(titles, "vi").text(),
                title.required(titles, "en").text(),
                root.required(keys, "authority").as(PartnerId::new),
                root.required(keys, "legalBasis").text(),
                group(root.required(keys, "group"), columns),
                validity(keys.get("validity"), columns),
                standing(root.required(keys, "standing")));
    }

    private static EnrichedGroup group(YamlPlace place, List<SourceColumn> columns) {
        Map<String, YamlPlace> keys = place.keys(Set.of("list", "number", "element"));
        FieldPath element = element(place.required(keys, "element"), columns);
        YamlPlace number = keys.get("number");
        try {
            return new EnrichedGroup(
                    (int) place.required(keys, "list").number(),
                    number == null ? null : (int) number.number(),
                    element);
        } catch (IllegalArgumentException e) {
            throw place.broken("must have a list from 1 to 3 and a number from 1");
        }
    }

    /** Whoever may ask for the group finds every value of it in the message, so the message must have a place for each. */
    private static FieldPath element(YamlPlace place, List<SourceColumn> columns) {
        FieldPath element = place.as(FieldPath::of);
        RecordDescription<GroupValues> group = ContractGroups.of(element.value());
        if (group == null && !OTHER_GROUP.matcher(element.value()).matches()) {
            throw place.broken("must be " + String.join(", ", ContractGroups.ALL.keySet())
                    + ", or a group of its own as " + OtherGroup.ALL + "/TenNhom");
        }
        for (SourceColumn column : columns) {
            boolean hasPlace = group == null || column.use() != Use.VALUE || group.ofElement(column.name()) != null;
            if (!hasPlace || (column.use() == Use.VALUE && GroupValues.isOrigin(column.name()))) {
                throw place.broken("must be a group that has an element " + column.name() + ", or one of its own");
            }
        }
        return element;
    }

    private static @Nullable Validity validity(@Nullable YamlPlace place, List<SourceColumn> columns) {
        if (place == null) {
            return null;
        }
        Map<String, YamlPlace> keys = place.keys(Set.of("from", "to"));
        YamlPlace to = keys.get("to");
        return new Validity(value(place.required(keys, "from"), columns), to == null ? null : value(to, columns));
    }

    private static String value(YamlPlace place, List<SourceColumn> columns) {
        SourceColumn column = columns.get(placeOf(place, columns));
        if (column.use() != Use.VALUE) {
            throw place.broken("must be a column whose use is value");
        }
        return column.name();
    }

    private static Standing standing(YamlPlace place) {
        Map<String, YamlPlace> keys = place.keys(Set.of("precedence", "freshness", "fourEyes"));
        YamlPlace precedence = place.required(keys, "precedence");
        if (precedence.number() > MOST_PRECEDENCE) {
            throw precedence.broken("must be from 0 to " + MOST_PRECEDENCE);
        }
        YamlPlace fourEyes = keys.get("fourEyes");
        return new Standing(
                (int) precedence.number(),
                one(place.required(keys, "freshness"), Freshness.values(), Freshness::code),
                fourEyes == null
                        ? Set.of()
                        : fourEyes.items().stream()
                                .map(item -> one(item, differences(), RecordOutcome::code))
                                .collect(Collectors.toSet()));
    }

    private static RecordOutcome[] differences() {
        return Stream.of(RecordOutcome.values())
                .filter(outcome -> outcome.heading() == RecordOutcome.Heading.DIFFERING)
                .toArray(RecordOutcome[]::new);
    }

    private static SourceColumn column(YamlPlace place, Map<String, YamlPlace> keys, List<SourceColumn> before) {
        YamlPlace name = place.required(keys, "name");
        if (!COLUMN.matcher(name.text()).matches()) {
            throw name.broken("must be 1 to 64 letters and digits, first a letter");
        }
        if (before.stream().anyMatch(column -> column.name().equals(name.text()))) {
            throw name.broken("stands twice");
        }
        Use use = one(place.required(keys, "use"), Use.values(), Use::code);
        YamlPlace titles = keys.get("titles");
        YamlPlace required = keys.get("required");
        return new SourceColumn(
                name.text(),
                use,
                titles == null
                        ? List.of()
                        : titles.items().stream().map(YamlPlace::text).toList(),
                ONCE.contains(use) || (required != null && flag(required)));
    }

    private static void requireUses(YamlPlace list, List<SourceColumn> columns) {
        for (Use use : List.of(Use.NUMBER, Use.NAME, Use.BIRTH_DATE, Use.VERIFIED_ON, Use.VALUE)) {
            long count = columns.stream().filter(column -> column.use() == use).count();
            boolean isRight = use == Use.VALUE ? count > 0 : count <= 1 && (count == 1 || !ONCE.contains(use));
            if (!isRight) {
                throw list.broken(
                        "must have " + (use == Use.VALUE ? "a column" : "one column") + " of use " + use.code());
            }
        }
        Set<String> titles = new HashSet<>();
        for (SourceColumn column : columns) {
            for (String title : column.titles()) {
                if (!titles.add(title)) {
                    throw list.broken("must not have a title for two columns");
                }
            }
        }
    }

    private static List<RecordRule> rules(@Nullable YamlPlace list, List<SourceColumn> columns) {
        List<RecordRule> rules = new ArrayList<>();
        for (YamlPlace place : list == null ? List.<YamlPlace>of() : list.items()) {
            Map<String, YamlPlace> keys = place.keys(Set.of("kind", "columns", "length"));
            RecordRule.Kind kind = one(place.required(keys, "kind"), RecordRule.Kind.values(), RecordRule.Kind::code);
            YamlPlace names = place.required(keys, "columns");
            List<Integer> places =
                    names.items().stream().map(item -> placeOf(item, columns)).toList();
            if (places.size() < 2) {
                throw names.broken("must be at least two");
            }
            boolean needsLength = kind.takesLength();
            if (needsLength != keys.containsKey("length")) {
                throw place.broken(needsLength ? "must have length" : "must not have length");
            }
            int length = needsLength
                    ? (int) Objects.requireNonNull(keys.get("length")).number()
                    : 0;
            rules.add(new RecordRule(kind, places, length));
        }
        return rules;
    }

    static int placeOf(YamlPlace name, List<SourceColumn> columns) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> name.broken("must be the name of a column"));
    }

    static boolean flag(YamlPlace place) {
        if (!place.text().equals("true") && !place.text().equals("false")) {
            throw place.broken("must be true or false");
        }
        return place.text().equals("true");
    }

    /** The one of the values that has the code at the place. */
    static <T> T one(YamlPlace place, T[] values, Function<T, String> code) {
        Optional<T> named = Stream.of(values)
                .filter(value -> code.apply(value).equals(place.text()))
                .findFirst();
        return named.orElseThrow(() ->
                place.broken("must be one of " + Stream.of(values).map(code).collect(Collectors.joining(", "))));
    }
}
