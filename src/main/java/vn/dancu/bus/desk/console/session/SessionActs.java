package vn.dancu.bus.desk.console.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.desk.AccountRefusedException;
import vn.dancu.bus.desk.ActingAs;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;

/** What follows a sign-in, a refused one and a sign-out: each is an act of the trail, then the page to go on with. */
final class SessionActs implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(SessionActs.class);

    private final Acts acts;
    private final TransactionOperations transactions;
    private final SessionLimits limits;
    private final HttpSessionRequestCache wanted;

    SessionActs(Acts acts, TransactionOperations transactions, SessionLimits limits, HttpSessionRequestCache wanted) {
        this.acts = acts;
        this.transactions = transactions;
        this.limits = limits;
        this.wanted = wanted;
    }

    /** Nobody gets in whose sign-in cannot be recorded. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication account) throws IOException {
        if (!recorded("desk.signed_in", account, request)) {
            request.getSession().invalidate();
            response.sendRedirect(failed(ErrorCode.SIGN_IN_UNAVAILABLE));
            return;
        }
        limits.begin(request.getSession());
        String page = "/desk";
        if (wanted.getRequest(request, response) instanceof DefaultSavedRequest saved
                && saved.getRequestURI().startsWith("/desk")) {
            String query = saved.getQueryString();
            page = saved.getRequestURI() + (query == null ? "" : "?" + query);
            wanted.removeRequest(request, response);
        }
        response.sendRedirect(page);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        ErrorCode code = failure instanceof AccountRefusedException refused ? refused.code() : ErrorCode.TOKEN_INVALID;
        LOGGER.atInfo()
                .setMessage("Somebody could not sign in at the console")
                .addKeyValue(LogKeys.ERROR_CODE, code)
                .addKeyValue(LogKeys.CAUSE, failure.getClass().getName())
                .log();
        response.sendRedirect(failed(code));
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication account) {
        if (account != null) {
            recorded("desk.signed_out", account, request);
        }
    }

    private static String failed(ErrorCode code) {
        return "/desk/sign-in?problem=" + code.code();
    }

    private boolean recorded(String action, Authentication account, HttpServletRequest request) {
        try {
            Actor actor = ActingAs.of(account);
            Act act =
                    new Act(actor, action, null, "account/" + actor.name(), Map.of("address", request.getRemoteAddr()));
            transactions.executeWithoutResult(transaction -> acts.record(act));
            return true;
        } catch (BusException e) {
            // Without a role of the desk: every page refuses, and there is nobody to record.
            return true;
        } catch (DataAccessException | TransactionException e) {
            LOGGER.atWarn()
                    .setMessage("A sign-in or sign-out could not be recorded")
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log();
            return false;
        }
    }
}
