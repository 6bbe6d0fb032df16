package vn.dancu.bus.desk.inspection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.EventKind;
import vn.dancu.bus.audit.inspection.Place;
import vn.dancu.bus.audit.inspection.Search;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/** What is searched for, as it comes. */
record SearchRequest(
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

    private static final int LONGEST_OFFICER = 64;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{1,63}");

    /**
     * The search that was meant.
     *
     * @param person given beside it
     * @param most how many events at most
     */
    Search search(@Nullable PersonalId person, int most) {
        return new Search(
                event,
                partner == null ? null : partner(partner),
                checked("officer", officer, officer == null || officer.length() <= LONGEST_OFFICER),
                person,
                from,
                until,
                checked(
                        "service",
                        service,
                        service == null || WORD.matcher(service).matches()),
                checked("result", result, result == null || WORD.matcher(result).matches()),
                wantedKinds(),
                place(),
                most);
    }

    static PartnerId partner(String text) {
        if (!PartnerId.isValid(text)) {
            throw invalid("partner", "a partner id");
        }
        return new PartnerId(text);
    }

    private Set<EventKind> wantedKinds() {
        Set<EventKind> wanted = EnumSet.noneOf(EventKind.class);
        for (String kind : kinds == null ? List.<String>of() : kinds) {
            try {
                wanted.add(EventKind.valueOf(kind.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw invalid("kinds", "answer, refusal, act or seal");
            }
        }
        return wanted;
    }

    private @Nullable Place place() {
        return after == null
                ? null
                : Place.parse(after).orElseThrow(() -> invalid("after", "the next of the answer before"));
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
