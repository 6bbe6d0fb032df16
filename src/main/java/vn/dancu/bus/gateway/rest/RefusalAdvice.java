package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** The one place at the REST door where an exception becomes a problem; pages of the desk come first with theirs. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RefusalAdvice {

    private final WebRefusals refusals;

    RefusalAdvice(WebRefusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, Refusal.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    void method(HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String[] supported = e.getSupportedMethods();
        String allowed = supported == null ? "" : String.join(", ", supported);
        response.setHeader(HttpHeaders.ALLOW, allowed);
        refuse(request, response, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "method", "one of " + allowed));
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    void mediaType(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED));
    }

    /** Where an address, such as that of health, has no form that the client accepts. */
    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    void notAcceptable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(
                request,
                response,
                Refusal.of(ErrorCode.ANSWER_TYPE_UNSUPPORTED, HttpHeaders.ACCEPT, "application/json"));
    }

    /** Some addresses that are not ours, such as that of health, read a body that nobody should send. */
    @ExceptionHandler(HttpMessageNotReadableException.class)
    void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, Refusal.of(ErrorCode.MESSAGE_MALFORMED, "body", "absent, or well-formed JSON"));
    }

    /** Names of parameters are the addresses' own. */
    @ExceptionHandler(MissingServletRequestParameterException.class)
    void parameter(MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuse(request, response, Refusal.of(ErrorCode.FIELD_MISSING, e.getParameterName(), "required"));
    }

    /** The client closed the connection: no answer can be sent. */
    @ExceptionHandler(ClientAbortException.class)
    void gone() {}

    @ExceptionHandler(Exception.class)
    void failure(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, UnexpectedFailure.refusal(e, Door.of(request).code()));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        refusals.refuse(request, response, refusal, partner(request.getUserPrincipal()), null);
    }

    private static @Nullable PartnerId partner(@Nullable Principal principal) {
        return principal != null && PartnerId.isValid(principal.getName()) ? new PartnerId(principal.getName()) : null;
    }
}
