package vn.dancu.bus.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** A sign-in that was refused, written as every other refusal of the bus. */
final class SignInRefusals implements AuthenticationEntryPoint {

    private final HandlerExceptionResolver problems;

    SignInRefusals(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        ErrorCode code = failure instanceof AccountRefusedException refused
                ? refused.code()
                : unlistened(failure, request.getHeader(HttpHeaders.AUTHORIZATION));
        problems.resolveException(request, response, null, new BusException(code, failure));
    }

    /** What was sent did not get as far as a way to sign in. */
    private static ErrorCode unlistened(AuthenticationException failure, @Nullable String header) {
        if (header == null || header.isBlank()) {
            return ErrorCode.CREDENTIALS_MISSING;
        }
        boolean token = header.toLowerCase(Locale.ROOT).startsWith("bearer ");
        return token || failure instanceof OAuth2AuthenticationException
                ? ErrorCode.TOKEN_INVALID
                : ErrorCode.CREDENTIALS_MALFORMED;
    }
}
