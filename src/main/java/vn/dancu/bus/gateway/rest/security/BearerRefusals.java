package vn.dancu.bus.gateway.rest.security;

import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** Says why a request to a guarded path was not let in, and records it. */
final class BearerRefusals implements AuthenticationEntryPoint {

    private static final String SCHEME = "bearer ";

    private final WebRefusals refusals;

    BearerRefusals(WebRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof PartnerRefusedException refused) {
            refusals.refuse(request, response, refused.refusal(), refused.partner(), null);
            return;
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        refusals.refuse(request, response, Refusal.of(codeOf(failure, header)), null, claimedIn(header));
    }

    private static ErrorCode codeOf(AuthenticationException failure, @Nullable String header) {
        if (failure.getCause() instanceof JwtValidationException invalid
                && invalid.getErrors().contains(TokenValidity.EXPIRED)) {
            return ErrorCode.TOKEN_EXPIRED;
        }
        if (failure instanceof OAuth2AuthenticationException) {
            return ErrorCode.TOKEN_INVALID;
        }
        return header == null || header.isBlank() ? ErrorCode.CREDENTIALS_MISSING : ErrorCode.CREDENTIALS_MALFORMED;
    }

    /** The subject that an unproved token names, for the record alone. */
    private static @Nullable PartnerId claimedIn(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return null;
        }
        try {
            String subject = JWTParser.parse(header.substring(SCHEME.length()).trim())
                    .getJWTClaimsSet()
                    .getSubject();
            return subject != null && PartnerId.isValid(subject) ? new PartnerId(subject) : null;
        } catch (ParseException | IllegalArgumentException e) {
            return null;
        }
    }
}
