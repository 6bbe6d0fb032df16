package vn.dancu.bus.gateway.rest.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import vn.dancu.bus.kernel.PartnerId;

/** Who a token request says it comes from, for the record of a refusal; a name of the wrong form is not recorded. */
final class ClaimedClient {

    private static final String SCHEME = "Basic ";

    static @Nullable PartnerId of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String name = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? userOf(header.substring(SCHEME.length()).trim())
                : request.getParameter("client_id");
        return name != null && PartnerId.isValid(name) ? new PartnerId(name) : null;
    }

    private static @Nullable String userOf(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private ClaimedClient() {}
}
