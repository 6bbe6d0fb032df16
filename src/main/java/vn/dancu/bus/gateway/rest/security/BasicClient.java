package vn.dancu.bus.gateway.rest.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Who a token request says it comes from, and the secret that it shows over Basic. RFC 6749 §2.3.1 wants both form-encoded
 * before Base64, and many clients send them as they stand; the secret is kept as it was sent, to be read in both ways.
 */
final class BasicClient implements AuthenticationConverter {

    private static final BasicAuthenticationConverter BASIC = new BasicAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        UsernamePasswordAuthenticationToken pair = pairIn(request);
        if (pair == null) {
            return null;
        }
        String secret = String.valueOf(pair.getCredentials());
        if (pair.getName().isBlank() || secret.isBlank()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return new OAuth2ClientAuthenticationToken(
                pair.getName(), ClientAuthenticationMethod.CLIENT_SECRET_BASIC, secret, Map.of());
    }

    /** The client of either way of sending one, for the record of a refusal; a name of the wrong form is not recorded. */
    static @Nullable PartnerId claimedIn(HttpServletRequest request) {
        try {
            UsernamePasswordAuthenticationToken pair = pairIn(request);
            String name = pair == null ? request.getParameter("client_id") : pair.getName();
            return name != null && PartnerId.isValid(name) ? new PartnerId(name) : null;
        } catch (OAuth2AuthenticationException e) {
            return null;
        }
    }

    /** What the text says when it is form-encoded; the text itself when it is not. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static @Nullable UsernamePasswordAuthenticationToken pairIn(HttpServletRequest request) {
        try {
            return BASIC.convert(request);
        } catch (BadCredentialsException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }
}
