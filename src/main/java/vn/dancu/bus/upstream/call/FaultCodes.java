package vn.dancu.bus.upstream.call;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.answer.WireFault;
import vn.dancu.bus.kernel.ErrorCode;

/** Our code of what another service says in place of an answer. */
final class FaultCodes {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    /** Of an API gateway: 9009xx are about credentials, 900800 to 900807 about quotas. */
    private static final Pattern GATEWAY_CREDENTIALS = Pattern.compile("9009[0-9]{2}");

    private static final Pattern GATEWAY_QUOTA = Pattern.compile("90080[0-7]");

    /** Of a gateway or a bus: another token may be taken. Others of 9009xx are about rights, which no token changes. */
    private static final Pattern TOKEN = Pattern.compile("90090[1-4]|token_[a-z_]+");

    /** Of a bus: what it says of who asks. */
    private static final Pattern BUS_CREDENTIALS = Pattern.compile(
            "(credentials?|token|timestamp|certificate|signature|signer|partner|agreement)_[a-z_]+|request_replayed");

    /** Of a service that names its fault. */
    static ErrorCode of(WireFault fault, int status) {
        String code = fault.code() == null ? "" : fault.code();
        ErrorCode ofXRoad = XRoadFaults.of(code);
        if (ofXRoad != null) {
            return ofXRoad;
        }
        if (fault.source() == WireFault.Source.GATEWAY) {
            return ofGateway(code, status);
        }
        if (status == UNAUTHORIZED || BUS_CREDENTIALS.matcher(code).matches()) {
            return ErrorCode.UPSTREAM_CREDENTIALS_REFUSED;
        }
        if (status == TOO_MANY || code.equals(ErrorCode.QUOTA_EXCEEDED.code())) {
            return ErrorCode.UPSTREAM_THROTTLED;
        }
        return fault.isOurs() ? ErrorCode.UPSTREAM_REFUSED : ErrorCode.UPSTREAM_FAILED;
    }

    private static ErrorCode ofGateway(String code, int status) {
        if (GATEWAY_CREDENTIALS.matcher(code).matches() || status == UNAUTHORIZED) {
            return ErrorCode.UPSTREAM_CREDENTIALS_REFUSED;
        }
        return GATEWAY_QUOTA.matcher(code).matches() || status == TOO_MANY
                ? ErrorCode.UPSTREAM_THROTTLED
                : ErrorCode.UPSTREAM_GATEWAY_FAILED;
    }

    /** Of an answer that says no more than its status; that of a page under 200, too. */
    static ErrorCode of(int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> ErrorCode.UPSTREAM_CREDENTIALS_REFUSED;
            case TOO_MANY -> ErrorCode.UPSTREAM_THROTTLED;
            case BAD_REQUEST -> ErrorCode.UPSTREAM_REFUSED;
            case REQUEST_TIMEOUT, GATEWAY_TIMEOUT -> ErrorCode.UPSTREAM_TIMEOUT;
            case BAD_GATEWAY -> ErrorCode.UPSTREAM_GATEWAY_FAILED;
            case UNAVAILABLE -> ErrorCode.UPSTREAM_UNAVAILABLE;
            default -> status >= SERVER_ERROR ? ErrorCode.UPSTREAM_FAILED : ErrorCode.UPSTREAM_ANSWER_INVALID;
        };
    }

    /**
     * Whether the access token was refused, and not who asks or for what (RFC 6750 §3.1 has 403 for that).
     *
     * @param code of the other side; null where it gave none
     */
    static boolean isOfToken(@Nullable String code, int status) {
        return status == UNAUTHORIZED || code != null && TOKEN.matcher(code).matches();
    }

    private FaultCodes() {}
}
