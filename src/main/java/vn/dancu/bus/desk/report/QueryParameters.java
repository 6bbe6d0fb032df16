package vn.dancu.bus.desk.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.time.TimeBounds;

/** Reads query parameters strictly. */
final class QueryParameters {

    static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw BusException.of(ErrorCode.FIELD_MISSING, name, "is required");
        }
        return value;
    }

    static PartnerId partner(String name, @Nullable String value) {
        String partner = required(name, value);
        if (!PartnerId.isValid(partner)) {
            throw invalid(name, "a partner id");
        }
        return new PartnerId(partner);
    }

    static LocalDate day(String name, @Nullable String value) {
        try {
            LocalDate day = LocalDate.parse(required(name, value));
            if (TimeBounds.contain(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            // the same rule
        }
        throw invalid(name, "a day as yyyy-MM-dd, " + TimeBounds.RULE);
    }

    static Instant moment(String name, @Nullable String value) {
        try {
            Instant moment = Instant.parse(required(name, value));
            if (TimeBounds.contain(moment)) {
                return moment;
            }
        } catch (DateTimeException e) {
            // the same rule
        }
        throw invalid(name, "a moment in UTC as yyyy-MM-ddTHH:mm:ssZ, " + TimeBounds.RULE);
    }

    /** The value, which may be absent; then the first of those allowed. */
    static String oneOf(String name, @Nullable String value, String... allowed) {
        if (value == null) {
            return allowed[0];
        }
        if (!List.of(allowed).contains(value)) {
            throw invalid(name, String.join(" or ", allowed));
        }
        return value;
    }

    private static BusException invalid(String name, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, name, rule);
    }

    private QueryParameters() {}
}
