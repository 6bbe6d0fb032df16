package vn.dancu.bus.desk.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

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
            throw invalid(name, "a partner id", null);
        }
        return new PartnerId(partner);
    }

    static LocalDate day(String name, @Nullable String value) {
        try {
            return inRange(name, LocalDate.parse(required(name, value)));
        } catch (DateTimeException e) {
            throw invalid(name, "a day as yyyy-MM-dd", e);
        }
    }

    static Instant moment(String name, @Nullable String value) {
        try {
            Instant moment = Instant.parse(required(name, value));
            inRange(name, LocalDate.ofInstant(moment, java.time.ZoneOffset.UTC));
            return moment;
        } catch (DateTimeException e) {
            throw invalid(name, "a moment in UTC as yyyy-MM-ddTHH:mm:ssZ", e);
        }
    }

    /** The value, which may be absent; then the first of those allowed. */
    static String oneOf(String name, @Nullable String value, String... allowed) {
        if (value == null) {
            return allowed[0];
        }
        if (!List.of(allowed).contains(value)) {
            throw invalid(name, String.join(" or ", allowed), null);
        }
        return value;
    }

    /** Years that the database and every calendar can hold. */
    private static LocalDate inRange(String name, LocalDate day) {
        if (day.getYear() < 2000 || day.getYear() > 2999) {
            throw invalid(name, "of this millennium", null);
        }
        return day;
    }

    private static BusException invalid(String name, String rule, @Nullable Throwable cause) {
        return new BusException(Refusal.of(ErrorCode.FIELD_INVALID, name, rule), cause);
    }

    private QueryParameters() {}
}
