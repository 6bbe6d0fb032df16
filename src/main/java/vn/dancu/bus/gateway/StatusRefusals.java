package vn.dancu.bus.gateway;

import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/** What the container says by a bare HTTP status, as a refusal of the bus. */
public final class StatusRefusals {

    private static final int FIRST_SERVER_ERROR = 500;

    public static Refusal of(int status) {
        return switch (status) {
            case 404 -> Refusal.of(ErrorCode.RESOURCE_UNKNOWN);
            case 405, 501 -> Refusal.of(ErrorCode.METHOD_NOT_ALLOWED);
            case 406 -> Refusal.of(ErrorCode.ANSWER_TYPE_UNSUPPORTED);
            case 413 -> Refusal.of(ErrorCode.MESSAGE_TOO_LARGE);
            case 415 -> Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED);
            case 503 -> Refusal.of(ErrorCode.OVERLOADED);
            default ->
                status < FIRST_SERVER_ERROR
                        ? Refusal.of(ErrorCode.HEADER_INVALID, "request line and headers", "HTTP/1.1, RFC 9112")
                        : Refusal.of(ErrorCode.INTERNAL_ERROR);
        };
    }

    private StatusRefusals() {}
}
