package vn.dancu.bus.enrichment.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.kernel.YamlPlace;

/** Reads the check of a column out of a source's file. */
public final class ValueCheckReader {

    private static final int LONGEST = 500;
    private static final int MOST_DIGITS = 40;
    private static final int MOST_DECIMALS = 9;
    private static final int FIRST_BIRTH = 18000101;
    private static final String TODAY = "today";
    private static final String PROVINCES = "donvihanhchinhcap1";
    private static final Set<String> ALL_KEYS =
            Stream.of(CheckKind.values()).flatMap(kind -> kind.keys().stream()).collect(Collectors.toUnmodifiableSet());

    private final Catalogues catalogues;

    public ValueCheckReader(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** The codes of all kinds, in their order. */
    public static List<String> kinds() {
        return Stream.of(CheckKind.values()).map(CheckKind::code).toList();
    }

    /** @throws vn.dancu.bus.kernel.YamlFileException with file, line, column and rule */
    public ValueCheck read(YamlPlace place) {
        YamlPlace name = place.required(place.keys(ALL_KEYS), "kind");
        CheckKind kind = CheckKind.of(name.text())
                .orElseThrow(() -> name.broken("must be one of " + String.join(", ", kinds())));
        Map<String, YamlPlace> keys = place.keys(kind.keys());
        return switch (kind) {
            case TEXT -> new TextCheck(whole(keys, "max", LONGEST), null);
            case PATTERN ->
                new TextCheck(
                        whole(keys, "max", LONGEST),
                        place.required(keys, "pattern").as(ValueCheckReader::pattern));
            case DIGITS -> new DigitsCheck(lengths(place.required(keys, "lengths"), MOST_DIGITS));
            case AMOUNT -> amount(place, keys);
            case DATE -> new DateCheck(day(place.required(keys, "from")), day(place.required(keys, "to")), false);
            case BIRTH_DATE -> new DateCheck(FIRST_BIRTH, 0, true);
            case PERSON_NUMBER -> new PersonNumberCheck(flag(keys, "older"));
            case PERSON_NAME -> new PersonNameCheck();
            case ONE_OF -> new CodeCheck(codes(place.required(keys, "codes")));
            case CATALOGUE -> new CodeCheck(catalogue(place.required(keys, "list")));
            case TAX_NUMBER -> new TaxNumberCheck();
            case HEALTH_CARD -> healthCard(place, keys);
        };
    }

    private static int whole(Map<String, YamlPlace> keys, String key, int otherwise) {
        YamlPlace place = keys.get(key);
        if (place == null) {
            return otherwise;
        }
        long number = place.number();
        if (number < 1 || number > otherwise) {
            throw place.broken("must be from 1 to " + otherwise);
        }
        return (int) number;
    }

    private static boolean flag(Map<String, YamlPlace> keys, String key) {
        YamlPlace place = keys.get(key);
        if (place == null) {
            return false;
        }
        if (!place.text().equals("true") && !place.text().equals("false")) {
            throw place.broken("must be true or false");
        }
        return place.text().equals("true");
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("must be a regular expression", e);
        }
    }

    private static List<Integer> lengths(YamlPlace list, int most) {
        List<Integer> lengths = list.items().stream()
                .map(item -> {
                    long length = item.number();
                    if (length < 1 || length > most) {
                        throw item.broken("must be from 1 to " + most);
                    }
                    return (int) length;
                })
                .sorted()
                .distinct()
                .toList();
        if (lengths.isEmpty()) {
            throw list.broken("must have a length");
        }
        return lengths;
    }

    private static AmountCheck amount(YamlPlace place, Map<String, YamlPlace> keys) {
        YamlPlace decimals = keys.get("decimals");
        long digits = decimals == null ? 0 : decimals.number();
        if (decimals != null && digits > MOST_DECIMALS) {
            throw decimals.broken("must be from 0 to " + MOST_DECIMALS);
        }
        Function<String, BigDecimal> number = text -> {
            try {
                return new BigDecimal(text.replace("_", ""));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a number", e);
            }
        };
        return new AmountCheck(
                place.required(keys, "min").as(number),
                place.required(keys, "max").as(number),
                (int) digits);
    }

    /** {@code yyyyMMdd}; 0 for the word today. */
    private static int day(YamlPlace place) {
        if (place.text().equals(TODAY)) {
            return 0;
        }
        try {
            return WrittenDate.of(LocalDate.parse(place.text()));
        } catch (DateTimeException e) {
            throw place.broken("must be a day such as 2009-07-01, or " + TODAY);
        }
    }

    private static Map<String, String> codes(YamlPlace place) {
        Map<String, String> codes = new HashMap<>();
        for (Map.Entry<YamlPlace, YamlPlace> entry : place.entries()
                .orElseThrow(() -> place.broken("must be a mapping of codes to lists of what files have for them"))) {
            String code = entry.getKey().text();
            for (YamlPlace written : entry.getValue().items()) {
                String before = codes.put(written.text(), code);
                if (before != null) {
                    throw written.broken("stands for another code too");
                }
            }
            codes.putIfAbsent(code, code);
        }
        if (codes.isEmpty()) {
            throw place.broken("must have a code");
        }
        return codes;
    }

    private Map<String, String> catalogue(YamlPlace place) {
        Map<String, String> codes = new HashMap<>();
        for (Map<String, String> entry : catalogues
                .records(place.text(), null)
                .orElseThrow(() -> place.broken("must be a list of the catalogue"))) {
            String code = entry.get("Ma");
            if (code != null) {
                codes.put(code, code);
                codes.putIfAbsent(unpadded(code), code);
            }
        }
        if (codes.isEmpty()) {
            throw place.broken("must be a list that has codes");
        }
        return codes;
    }

    /** Codes appear with and without zeros in front. */
    private static String unpadded(String code) {
        return code.startsWith("0") && code.length() > 1 ? unpadded(code.substring(1)) : code;
    }

    private HealthCardCheck healthCard(YamlPlace place, Map<String, YamlPlace> keys) {
        YamlPlace forms = place.required(keys, "forms");
        Set<Integer> lengths = Set.copyOf(lengths(forms, HealthCardCheck.LONG));
        if (!Set.of(HealthCardCheck.SHORT, HealthCardCheck.LONG).containsAll(lengths)) {
            throw forms.broken("must be of 10 and 15");
        }
        Set<String> provinces = new HashSet<>();
        catalogues.records(PROVINCES, null).orElseThrow().forEach(entry -> provinces.add(entry.get("Ma")));
        if (keys.containsKey("alsoProvinces")) {
            keys.get("alsoProvinces").items().forEach(item -> provinces.add(item.text()));
        }
        return new HealthCardCheck(lengths, Set.copyOf(provinces), flag(keys, "newborn"));
    }
}
