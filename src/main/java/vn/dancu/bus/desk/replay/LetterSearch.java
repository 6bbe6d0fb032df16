package vn.dancu.bus.desk.replay;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.LetterKind;

/** The conditions of a list of dead letters, as the caller wrote them. */
public final class LetterSearch {

    private static final int LONGEST = 256;

    /**
     * Those conditions; null where there is none.
     *
     * @throws BusException {@code field_invalid}
     */
    public static DeadLetterFilter filter(
            @Nullable String kind,
            @Nullable String partner,
            @Nullable String cause,
            @Nullable String messageId,
            @Nullable Instant from,
            @Nullable Instant until) {
        return new DeadLetterFilter(
                kind == null ? null : kind(kind),
                partner == null ? null : partner(partner),
                text("cause", cause),
                text("messageId", messageId),
                from,
                until);
    }

    static @Nullable Instant moment(String field, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid(field, "a moment in UTC, such as 2026-11-24T01:02:03Z");
        }
    }

    /** The position that {@code next} named; null for the first page. */
    public static @Nullable LetterCursor cursor(@Nullable String after) {
        return after == null
                ? null
                : LetterCursor.parse(after).orElseThrow(() -> invalid("after", "the next of the answer before"));
    }

    static PartnerId partner(String text) {
        if (!PartnerId.isValid(text)) {
            throw invalid("partner", "the id of a partner");
        }
        return new PartnerId(text);
    }

    private static LetterKind kind(String text) {
        return Arrays.stream(LetterKind.values())
                .filter(each -> each.code().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "kind",
                        "one of "
                                + Arrays.stream(LetterKind.values())
                                        .map(LetterKind::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static @Nullable String text(String field, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST)) {
            throw invalid(field, "1 to " + LONGEST + " characters");
        }
        return text;
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }

    private LetterSearch() {}
}
