package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.PopulationJson;

/** A refusal as {@code application/problem+json} (RFC 9457) with the headers that go with its status. */
final class ProblemWriter implements RefusalWriter {

    private static final int UNAUTHORIZED = 401;
    private static final int QUOTA = 429;
    private static final int UNAVAILABLE = 503;

    /** {@code Retry-After} when a system behind the bus is away; quotas are counted by the minute. */
    private static final String RETRY_AFTER_OUTAGE_SECONDS = "5";

    private static final String RETRY_AFTER_QUOTA_SECONDS = "60";

    private final PopulationJson json;

    ProblemWriter(PopulationJson json) {
        this.json = json;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        addHeaders(response, refusal.code());
        WholeAnswer.write(
                request, response, refusal.code().httpStatus(), JsonAnswer.PROBLEM.toString(), json.write(refusal));
    }

    private static void addHeaders(HttpServletResponse response, ErrorCode code) {
        switch (code.httpStatus()) {
            case UNAUTHORIZED -> response.setHeader("WWW-Authenticate", challenge(code));
            case QUOTA -> response.setHeader("Retry-After", RETRY_AFTER_QUOTA_SECONDS);
            case UNAVAILABLE -> response.setHeader("Retry-After", RETRY_AFTER_OUTAGE_SECONDS);
            default -> {}
        }
    }

    /** RFC 6750 §3: no error code where the request brought no token at all. */
    private static String challenge(ErrorCode code) {
        if (code.category() == ErrorCode.Category.CITIZEN) {
            return "DanCu-Citizen-Token realm=\"dancu\""; // the partner's own token is right
        }
        String realm = "Bearer realm=\"dancu\"";
        return code == ErrorCode.CREDENTIALS_MISSING ? realm : realm + ", error=\"invalid_token\"";
    }
}
