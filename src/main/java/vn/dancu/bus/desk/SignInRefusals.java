package vn.dancu.bus.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
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
        boolean stated = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        ErrorCode code = stated ? ErrorCode.CREDENTIALS_WRONG : ErrorCode.CREDENTIALS_MISSING;
        problems.resolveException(request, response, null, new BusException(code, failure));
    }
}
