package vn.dancu.bus.desk.console.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.EventSearch;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.inspection.SearchRequest;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.PersonalId;

/**
 * The form of the search, as it was sent; what was left empty is null or blank.
 *
 * @param event id of one record
 * @param from as a field {@code datetime-local} sends it, as {@code until}
 * @param kind answer, refusal or act
 * @param hash whose records, by the keyed hash that they carry
 */
record MessageQuery(
        @Nullable String event,
        @Nullable String partner,
        @Nullable String officer,
        @Nullable String from,
        @Nullable String until,
        @Nullable String service,
        @Nullable String result,
        @Nullable String kind,
        @Nullable String hash,
        @Nullable String after) {

    /** Whether the page was opened, and nothing asked. */
    boolean isEmpty() {
        return Stream.of(event, partner, officer, from, until, service, result, kind, hash)
                .noneMatch(MessageQuery::isGiven);
    }

    /** The empty form with a window of time to begin with. */
    MessageQuery since(Instant from, Instant until) {
        return new MessageQuery(null, null, null, text(from), text(until), null, null, null, null, null);
    }

    private SearchRequest request() {
        return new SearchRequest(
                isGiven(event) ? PathValues.id(Objects.requireNonNull(event).strip()) : (UUID) null,
                given(partner),
                given(officer),
                Moments.instant("from", from),
                Moments.instant("until", until),
                given(service),
                given(result),
                isGiven(kind) ? List.of(Objects.requireNonNull(kind)) : null,
                given(after),
                null);
    }

    /** Whether it asks for the records of one person. */
    boolean isOfPerson() {
        return isGiven(hash);
    }

    EventSearch search(@Nullable PersonalId person, int limit) {
        return request().search(person, given(hash), limit);
    }

    /** The address of this search without its cursor. */
    String address() {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("event", event);
        values.put("partner", partner);
        values.put("officer", officer);
        values.put("from", from);
        values.put("until", until);
        values.put("service", service);
        values.put("result", result);
        values.put("kind", kind);
        values.put("hash", hash);
        return values.entrySet().stream()
                .filter(each -> isGiven(each.getValue()))
                .map(each -> each.getKey() + "="
                        + URLEncoder.encode(Objects.requireNonNull(each.getValue()), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining("", "/desk/messages?", ""));
    }

    private static String text(Instant moment) {
        return moment.atZone(Moments.ZONE)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private static @Nullable String given(@Nullable String text) {
        return isGiven(text) ? Objects.requireNonNull(text).strip() : null;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
