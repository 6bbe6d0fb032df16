package vn.dancu.bus.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happened to a person ({@code schemas/event/v1/citizen-changed.schema.json}). */
public enum ChangeKind {
    /** The number was given. */
    CREATED,
    /** Fields changed. */
    CHANGED,
    /** Places of residence changed. */
    MOVED,
    /** A card was issued, or one has other days. */
    CARD_CHANGED,
    DECEASED,
    MISSING,
    /** The number was cancelled and another given. */
    REPLACED,
    /** The number was cancelled. */
    CANCELLED,
    /** The partner began to follow the person and asked for a first event: it alone hears it. */
    FOLLOWED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that code; empty when there is none. */
    public static Optional<ChangeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Whether its events name the fields that changed. */
    public boolean namesFields() {
        return this == CHANGED || this == MOVED;
    }
}
