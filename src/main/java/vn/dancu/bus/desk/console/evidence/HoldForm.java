package vn.dancu.bus.desk.console.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.evidence.HoldRequest;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * The form of a hold as it was sent; what was left empty is null or blank.
 *
 * @param kind word of a kind of records; blank for all
 * @param person number of a citizen, 12 or 9 digits; blank for all
 * @param scope what a freeze order covers; absent where it is none
 */
record HoldForm(
        @Nullable String reason,
        @Nullable String decision,
        @Nullable String kind,
        @Nullable String since,
        @Nullable String until,
        @Nullable String partner,
        @Nullable String person,
        @Nullable String orderingAuthority,
        @Nullable List<String> scope) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}|[0-9]{9}");
    private static final int OLD_NUMBER_LENGTH = 9;

    /** @throws BusException {@code field_missing}, {@code field_invalid}, {@code evidence_missing} */
    LegalHolds.Placement placement() {
        String number = given(person);
        if (number != null && !NUMBER.matcher(number).matches()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "person", "12 digits, or 9 of an old number");
        }
        boolean old = number != null && number.length() == OLD_NUMBER_LENGTH;
        return new HoldRequest(
                        text("reason", reason),
                        text("decision", decision),
                        kindOf(given(kind)),
                        moment("since", since),
                        moment("until", until),
                        given(partner),
                        old ? null : number,
                        old ? number : null,
                        given(orderingAuthority),
                        scopes())
                .placement();
    }

    private @Nullable List<LegalHolds.Scope> scopes() {
        List<String> chosen = scope;
        if (chosen == null || chosen.isEmpty()) {
            return null;
        }
        return Arrays.stream(LegalHolds.Scope.values())
                .filter(one -> chosen.contains(one.name()))
                .toList();
    }

    private static @Nullable RecordKind kindOf(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(RecordKind.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> BusException.of(ErrorCode.FIELD_INVALID, "kind", "a kind of records"));
    }

    private static String text(String field, @Nullable String text) {
        if (text == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, field, "present");
        }
        return text;
    }

    private static Instant moment(String field, @Nullable String text) {
        Instant moment = Moments.instant(field, text);
        if (moment == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, field, "a day and a time");
        }
        return moment;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "HoldForm[" + decision + "]";
    }
}
