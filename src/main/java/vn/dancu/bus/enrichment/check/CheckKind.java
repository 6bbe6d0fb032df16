package vn.dancu.bus.enrichment.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of checks that a source's file may use, and what each may be given. */
enum CheckKind {
    TEXT("text", "max"),
    PATTERN("pattern", "pattern", "max"),
    DIGITS("digits", "lengths"),
    AMOUNT("amount", "min", "max", "decimals"),
    DATE("date", "from", "to"),
    BIRTH_DATE("birth-date"),
    PERSON_NUMBER("person-number", "older"),
    PERSON_NAME("person-name"),
    ONE_OF("one-of", "codes"),
    CATALOGUE("catalogue", "list"),
    TAX_NUMBER("tax-number"),
    HEALTH_CARD("health-card", "forms", "alsoProvinces", "newborn");

    private final String code;
    private final Set<String> keys;

    CheckKind(String code, String... keys) {
        this.code = code;
        this.keys = Set.of(keys);
    }

    String code() {
        return code;
    }

    /** All keys of a check of this kind. */
    Set<String> keys() {
        Set<String> all = new TreeSet<>(keys);
        all.add("kind");
        return all;
    }

    static Optional<CheckKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
