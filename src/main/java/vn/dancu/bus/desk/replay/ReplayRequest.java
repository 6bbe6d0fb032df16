package vn.dancu.bus.desk.replay;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.replay.ReplayScope;

/**
 * What is to be replayed: single letters, the dead letters that match, or with {@code answered} the messages of a partner within
 * a time.
 *
 * @param answered whether an interval of messages that came to their end is meant; the result is then given as {@code cause}
 * @param reason why; a dry run needs none
 */
public record ReplayRequest(
        @Nullable List<String> letters,
        @Nullable String kind,
        @Nullable String partner,
        @Nullable String cause,
        @Nullable String messageId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Boolean answered,
        @Nullable String reason) {

    /**
     * What is meant.
     *
     * @throws BusException {@code field_missing} or {@code field_invalid}
     */
    public ReplayScope scope() {
        boolean filtered = Stream.of(kind, partner, cause, messageId, from, until, answered)
                .anyMatch(Objects::nonNull);
        if (letters != null) {
            if (filtered) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "letters", "without any other condition");
            }
            return new ReplayScope.Letters(letters);
        }
        if (!filtered) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "letters", "ids of letters, or a condition");
        }
        if (Boolean.TRUE.equals(answered)) {
            return interval();
        }
        return new ReplayScope.Matching(LetterSearch.filter(kind, partner, cause, messageId, from, until));
    }

    private ReplayScope interval() {
        if (partner == null || from == null || until == null) {
            String missing = partner == null ? "partner" : from == null ? "from" : "until";
            throw BusException.of(ErrorCode.FIELD_MISSING, missing, "of an interval");
        }
        if (kind != null || messageId != null) {
            throw BusException.of(ErrorCode.FIELD_INVALID, kind == null ? "messageId" : "kind", "not with answered");
        }
        return new ReplayScope.Interval(LetterSearch.partner(partner), from, until, cause);
    }
}
