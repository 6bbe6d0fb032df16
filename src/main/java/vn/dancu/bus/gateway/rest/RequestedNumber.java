package vn.dancu.bus.gateway.rest;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;

/** Somebody's number in the body of a request: one of soDinhDanh and soCMND. */
final class RequestedNumber {

    private RequestedNumber() {}

    /**
     * @param place where in the body, such as {@code quanHe[0].}
     * @throws BusException {@code field_missing} or {@code field_invalid}
     */
    static PersonalId of(@Nullable String number, @Nullable String cmnd, String place) {
        if ((number == null) == (cmnd == null)) {
            throw BusException.of(ErrorCode.FIELD_MISSING, place + "soDinhDanh", "one of soDinhDanh and soCMND");
        }
        PersonalId.Kind kind = number != null ? PersonalId.Kind.SO_DINH_DANH : PersonalId.Kind.SO_CMND;
        String digits = number != null ? number : String.valueOf(cmnd);
        if (!PersonalId.isDigits(digits, kind.length())) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    place + (number != null ? "soDinhDanh" : "soCMND"),
                    "exactly " + kind.length() + " digits");
        }
        return new PersonalId(kind, digits);
    }
}
