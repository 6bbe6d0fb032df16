package vn.dancu.bus.desk.inspection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.inspection.EventCursor;
import vn.dancu.bus.audit.inspection.EventSearch;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/** The conditions of a search, as the caller wrote them. */
public record SearchRequest(
        @Nullable UUID event,
        @Nullable String partner,
        @Nullable String officer,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String service,
        @Nullable String result,
        @Nullable List<String> kinds,
        @Nullable String after,
        @Nullable Integer limit) {

    private static final int MAX_OFFICER_LENGTH = 64;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{1,63}");

    /**
     * The search that the request describes.
     *
     * @param person whose events; null for all
     * @param limit most events to return
     */
    public EventSearch search(@Nullable PersonalId person, int limit) {
        return search(person, null, limit);
    }

    /**
     * The search that the request describes.
     *
     * @param personHash whose events, by the hash that events carry; null for all, and together with a person
     */
    public EventSearch search(@Nullable PersonalId person, @Nullable String personHash, int limit) {
        return new EventSearch(
                event,
                partner == null ? null : partner(partner),
                checked("officer", officer, officer == null || officer.length() <= MAX_OFFICER_LENGTH),
                person,
                personHash,
                from,
                until,
                checked(
                        "service",
                        service,
                        service == null || WORD.matcher(service).matches()),
                checked("result", result, result == null || WORD.matcher(result).matches()),
                wantedKinds(),
                cursor(),
                limit);
    }

    private static PartnerId partner(String text) {
        if (!PartnerId.isValid(text)) {
            throw invalid("partner", "a partner id");
        }
        return new PartnerId(text);
    }

    private Set<RecordKind> wantedKinds() {
        Set<RecordKind> wanted = EnumSet.noneOf(RecordKind.class);
        for (String kind : kinds == null ? List.<String>of() : kinds) {
            try {
                wanted.add(RecordKind.valueOf(kind.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw invalid("kinds", "answer, refusal, act, seal or call");
            }
        }
        return wanted;
    }

    private @Nullable EventCursor cursor() {
        return after == null
                ? null
                : EventCursor.parse(after).orElseThrow(() -> invalid("after", "the next of the answer before"));
    }

    private static @Nullable String checked(String field, @Nullable String text, boolean fits) {
        if (!fits) {
            throw invalid(field, "the form of the contract");
        }
        return text;
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
