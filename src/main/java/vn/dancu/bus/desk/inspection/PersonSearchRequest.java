package vn.dancu.bus.desk.inspection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;

/** Whose events are searched for: one of the two numbers; the rest as in {@link SearchRequest}. */
public record PersonSearchRequest(
        @Nullable String soDinhDanh,
        @Nullable String soCMND,
        @Nullable String partner,
        @Nullable String officer,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String service,
        @Nullable String result,
        @Nullable List<String> kinds,
        @Nullable String after,
        @Nullable Integer limit) {

    public PersonalId person() {
        if (soDinhDanh != null && soCMND == null) {
            return number("soDinhDanh", PersonalId.Kind.SO_DINH_DANH, soDinhDanh);
        }
        if (soCMND != null && soDinhDanh == null) {
            return number("soCMND", PersonalId.Kind.SO_CMND, soCMND);
        }
        throw BusException.of(ErrorCode.FIELD_MISSING, "soDinhDanh", "this or soCMND, one of the two");
    }

    /** The number that somebody typed: an old one by its length. */
    public static PersonalId typed(String person) {
        String digits = person.strip();
        return digits.length() == PersonalId.Kind.SO_CMND.length()
                ? number("soCMND", PersonalId.Kind.SO_CMND, digits)
                : number("soDinhDanh", PersonalId.Kind.SO_DINH_DANH, digits);
    }

    public SearchRequest rest() {
        return new SearchRequest(null, partner, officer, from, until, service, result, kinds, after, limit);
    }

    private static PersonalId number(String field, PersonalId.Kind kind, String digits) {
        if (!PersonalId.isDigits(digits, kind.length())) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, kind.length() + " digits");
        }
        return new PersonalId(kind, digits);
    }

    /** The numbers stay out of logs. */
    @Override
    public String toString() {
        return "PersonSearchRequest[masked]";
    }
}
