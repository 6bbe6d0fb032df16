package vn.dancu.bus.audit.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.CallRecord;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/**
 * Conditions of a search; an event must meet all that are given. An event, partner, officer or person must be given, or a
 * window of at most 24 hours; {@code service}, {@code result} and {@code kinds} only narrow the search further.
 *
 * @param event one event
 * @param partner as in {@link TrailEvent}
 * @param officer as in {@link TrailEvent}
 * @param person whose events; passed on only as a keyed hash
 * @param personHash whose events, by the keyed hash that events carry: 64 hex digits; not given together with a person
 * @param from the first moment; null for the beginning
 * @param until the first moment after the window; null for its end
 * @param service an operation
 * @param result a result, code or action
 * @param kinds wanted kinds; when empty, the kind that has such results, or without a result all kinds but seals
 * @param after where the page before ended; null for the first
 * @param limit 1 to 1,000
 */
public record EventSearch(
        @Nullable UUID event,
        @Nullable PartnerId partner,
        @Nullable String officer,
        @Nullable PersonalId person,
        @Nullable String personHash,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String service,
        @Nullable String result,
        Set<RecordKind> kinds,
        @Nullable EventCursor after,
        int limit) {

    private static final Duration MAX_WINDOW = Duration.ofHours(24);
    private static final int MAX_LIMIT = 1000;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Refuses contradictory conditions with the field and the rule. */
    public EventSearch {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw invalid("limit", "1 to " + MAX_LIMIT);
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw invalid("until", "after from");
        }
        if (personHash != null && (person != null || !HASH.matcher(personHash).matches())) {
            throw invalid("personHash", "64 hex digits in lower case, without a person");
        }
        boolean keyed = event != null || partner != null || officer != null || person != null || personHash != null;
        if (!keyed && (from == null || until == null || from.plus(MAX_WINDOW).isBefore(until))) {
            throw BusException.of(
                    ErrorCode.SEARCH_TOO_WIDE,
                    "from",
                    "with an event, a partner, an officer or a person, or together with until at most 24 hours");
        }
        kinds = kinds.isEmpty() ? kindsOf(result) : Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** The kinds that can have such a result: refusals have error codes, acts have actions with a dot, calls what answers and refusals have. */
    private static Set<RecordKind> kindsOf(@Nullable String result) {
        if (result == null) {
            return Set.of(RecordKind.ANSWER, RecordKind.REFUSAL, RecordKind.ACT, RecordKind.CALL);
        }
        if (result.indexOf('.') >= 0) {
            return Set.of(RecordKind.ACT);
        }
        boolean code =
                Arrays.stream(ErrorCode.values()).anyMatch(each -> each.code().equals(result));
        return result.equals(CallRecord.ASKED)
                ? Set.of(RecordKind.CALL)
                : Set.of(code ? RecordKind.REFUSAL : RecordKind.ANSWER, RecordKind.CALL);
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
