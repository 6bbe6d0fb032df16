package vn.dancu.bus.audit.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/**
 * What events are looked for: those that meet every condition given. One of event, partner, officer and person must be
 * given, or a window of at most 24 hours; {@code service}, {@code result} and {@code kinds} only narrow it further.
 *
 * @param event one event
 * @param partner as in {@link Entry}
 * @param officer as in {@link Entry}
 * @param person whose events; goes on as a keyed hash
 * @param from the first moment; null for the beginning
 * @param until the first moment after the window; null for its end
 * @param service an operation
 * @param result a result, code or action
 * @param kinds of which kinds; empty for those that the result can be of, without a result all but seals
 * @param after where the page before ended; null for the first
 * @param limit 1 to 1,000
 */
public record Search(
        @Nullable UUID event,
        @Nullable PartnerId partner,
        @Nullable String officer,
        @Nullable PersonalId person,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String service,
        @Nullable String result,
        Set<EventKind> kinds,
        @Nullable Place after,
        int limit) {

    private static final Duration WIDEST = Duration.ofHours(24);
    private static final int MOST = 1000;

    /** Refuses, with the field and the rule, what does not hold together. */
    public Search {
        if (limit < 1 || limit > MOST) {
            throw invalid("limit", "1 to " + MOST);
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw invalid("until", "after from");
        }
        boolean keyed = event != null || partner != null || officer != null || person != null;
        if (!keyed && (from == null || until == null || from.plus(WIDEST).isBefore(until))) {
            throw BusException.of(
                    ErrorCode.SEARCH_TOO_WIDE,
                    "from",
                    "with an event, a partner, an officer or a person, or together with until at most 24 hours");
        }
        kinds = kinds.isEmpty() ? meant(result) : Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** A result says of which kind its event is: codes are refused with, actions have a dot. */
    private static Set<EventKind> meant(@Nullable String result) {
        if (result == null) {
            return Set.of(EventKind.ANSWER, EventKind.REFUSAL, EventKind.ACT);
        }
        if (result.indexOf('.') >= 0) {
            return Set.of(EventKind.ACT);
        }
        boolean code =
                Arrays.stream(ErrorCode.values()).anyMatch(each -> each.code().equals(result));
        return Set.of(code ? EventKind.REFUSAL : EventKind.ANSWER);
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
