package vn.dancu.bus.gateway.rest.security;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;
import vn.dancu.bus.gateway.ShownCertificate;

/** Puts the certificate of the connection beside the secret of a token request, for whoever proves the client. */
final class CertifiedClient implements AuthenticationConverter {

    private static final String CERTIFICATE = CertifiedClient.class.getName();

    private final AuthenticationConverter secret;

    CertifiedClient(AuthenticationConverter secret) {
        this.secret = secret;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication client = secret.convert(request);
        X509Certificate shown = ShownCertificate.of(request);
        if (shown == null || !(client instanceof OAuth2ClientAuthenticationToken token)) {
            return client;
        }
        Map<String, Object> parameters = new HashMap<>(token.getAdditionalParameters());
        parameters.put(CERTIFICATE, shown);
        return new OAuth2ClientAuthenticationToken(
                String.valueOf(token.getPrincipal()),
                token.getClientAuthenticationMethod(),
                token.getCredentials(),
                parameters);
    }

    static @Nullable X509Certificate certificateOf(OAuth2ClientAuthenticationToken client) {
        return client.getAdditionalParameters().get(CERTIFICATE) instanceof X509Certificate shown ? shown : null;
    }
}
