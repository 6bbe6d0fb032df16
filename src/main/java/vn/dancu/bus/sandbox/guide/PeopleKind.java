package vn.dancu.bus.sandbox.guide;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which synthetic people to list. */
public enum PeopleKind {
    /** Everybody with a current number, plain cases first. */
    ALL("all"),
    /** Listed under a number that was replaced. */
    REPLACED("replaced"),
    /** Listed under a number that was cancelled. */
    CANCELLED("cancelled"),
    DECEASED("deceased"),
    MISSING("missing"),
    /** Whose year of birth alone is recorded. */
    YEAR_ONLY("year-only"),
    /** Who has a mobile number on record, with a full date of birth. */
    SUBSCRIBER("subscriber"),
    /** With a child in the register who is a minor. */
    PARENT("parent"),
    /** Who represents somebody in the register. */
    REPRESENTATIVE("representative"),
    /** To whose record other authorities brought something: who has several groups, whose health card has run out, and others. */
    ENRICHED("enriched");

    private final String code;

    PeopleKind(String code) {
        this.code = code;
    }

    static Optional<PeopleKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(kind -> kind.code).collect(Collectors.joining(", "));
    }
}
