package vn.dancu.bus.gateway.rest.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Globals;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;

/**
 * Refusals of the token endpoint in the form of RFC 6749 §5.2, with our stable {@code code} and the {@code occurrence}
 * beside the standard members.
 */
final class TokenRefusals implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final List<String> PARAMETERS = List.of("grant_type", "scope", "client_id", "client_secret");

    private final WebRefusals refusals;
    private final ErrorTexts texts;
    private final ObjectMapper mapper = new ObjectMapper();

    TokenRefusals(WebRefusals refusals, ErrorTexts texts) {
        this.refusals = refusals;
        this.texts = texts;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String error = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        refuse(request, response, error, refusalOf(failure, error));
    }

    /** Nobody tried to prove anything, or the method is not the one of the endpoint. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if ("POST".equals(request.getMethod())) {
            refuse(request, response, OAuth2ErrorCodes.INVALID_CLIENT, missingIn(request));
        } else {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            Refusal method = Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "method", "POST");
            refusals.refuse(request, response, method, null, null);
        }
    }

    /** A percent sign that encodes nothing makes the container drop the parameter. */
    private static Refusal missingIn(HttpServletRequest request) {
        return request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) == null
                ? Refusal.of(ErrorCode.CREDENTIALS_MISSING)
                : Refusal.of(ErrorCode.CREDENTIALS_MISSING, PartnerSignIn.SECRET, PartnerSignIn.ENCODED);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String error, Refusal refusal)
            throws IOException {
        PartnerId claimed = BasicClient.claimedIn(request);
        boolean proved = OAuth2ErrorCodes.UNAUTHORIZED_CLIENT.equals(error);
        refusals.record(request, refusal, proved ? claimed : null, proved ? null : claimed);
        byte[] body = mapper.writeValueAsBytes(document(error, refusal));
        response.setStatus(statusOf(error, response));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(JsonAnswer.JSON.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** RFC 6749 §5.2: 401 with a challenge when the client did not prove itself, 400 for everything else. */
    private static int statusOf(String error, HttpServletResponse response) {
        if (!OAuth2ErrorCodes.INVALID_CLIENT.equals(error)) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dancu\"");
        return HttpServletResponse.SC_UNAUTHORIZED;
    }

    private Map<String, String> document(String error, Refusal refusal) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("error_description", description(refusal));
        members.put("code", refusal.code().code());
        members.put("occurrence", refusal.occurrence().toString());
        return members;
    }

    /** English alone: the grammar of {@code error_description} knows no letter outside ASCII. */
    private String description(Refusal refusal) {
        String text = texts.english(refusal.code());
        return refusal.field() == null ? text : text + " " + refusal.field() + ": " + refusal.rule() + ".";
    }

    private static Refusal refusalOf(AuthenticationException failure, String error) {
        if (failure.getCause() instanceof BusException stopped) {
            return stopped.refusal();
        }
        return switch (error) {
            case OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE ->
                Refusal.of(ErrorCode.FIELD_INVALID, "grant_type", "client_credentials");
            case OAuth2ErrorCodes.INVALID_SCOPE -> Refusal.of(ErrorCode.FIELD_INVALID, "scope", "absent");
            case OAuth2ErrorCodes.INVALID_CLIENT -> Refusal.of(ErrorCode.CREDENTIALS_WRONG);
            case OAuth2ErrorCodes.INVALID_REQUEST -> malformed(failure);
            default -> Refusal.of(ErrorCode.INTERNAL_ERROR);
        };
    }

    /** The endpoint names the parameter at fault in its description; what proves the client comes without one. */
    private static Refusal malformed(AuthenticationException failure) {
        String description = String.valueOf(failure.getMessage());
        return PARAMETERS.stream()
                .filter(description::endsWith)
                .findFirst()
                .map(name -> Refusal.of(ErrorCode.FIELD_INVALID, name, "given once in an urlencoded form"))
                .orElseGet(() -> Refusal.of(
                        ErrorCode.CREDENTIALS_MALFORMED, "Authorization", "Basic, as RFC 6749 section 2.3.1 says"));
    }
}
