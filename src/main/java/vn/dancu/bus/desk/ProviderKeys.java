package vn.dancu.bus.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.StrictJson;

/**
 * The keys of the identity provider, fetched when the first token comes and kept for some minutes. Tokens with unknown
 * keys make it fetch anew, though seldom; while the provider is away the last keys serve for an hour.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {

    private static final int TIMEOUT_MS = 2000;
    private static final int MAX_DOCUMENT_BYTES = 256 * 1024;
    private static final Duration CACHE_TIME = Duration.ofMinutes(5);
    private static final Duration OUTAGE_TOLERANCE = Duration.ofHours(1);
    private static final Duration MIN_FETCH_INTERVAL = Duration.ofSeconds(5);

    private final URI issuer;
    private final @Nullable URI jwks;
    private final ResourceRetriever web = new DefaultResourceRetriever(TIMEOUT_MS, TIMEOUT_MS, MAX_DOCUMENT_BYTES);

    private ProviderKeys(URI issuer, @Nullable URI jwks) {
        this.issuer = issuer;
        this.jwks = jwks;
    }

    static JWKSource<SecurityContext> of(URI issuer, @Nullable URI jwks) {
        return JWKSourceBuilder.create(new ProviderKeys(issuer, jwks))
                .cache(CACHE_TIME.toMillis(), 2L * TIMEOUT_MS)
                .refreshAheadCache(false)
                .rateLimited(MIN_FETCH_INTERVAL.toMillis())
                .outageTolerant(OUTAGE_TOLERANCE.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator when, long currentTime, @Nullable SecurityContext context)
            throws JWKSetRetrievalException {
        try {
            URL address = (jwks == null ? discovered() : jwks).toURL();
            return JWKSet.parse(web.retrieveResource(address).getContent());
        } catch (IOException | ParseException e) {
            throw new JWKSetRetrievalException("The identity provider's keys cannot be had", e);
        }
    }

    /** OpenID Connect Discovery 1.0 §4: the document must name the issuer itself, letter for letter. */
    private URI discovered() throws IOException, JWKSetRetrievalException {
        String base = issuer.toString().replaceFirst("/$", "");
        URL address = URI.create(base + "/.well-known/openid-configuration").toURL();
        JsonNode document = parsed(web.retrieveResource(address).getContent());
        String keys = document.path("jwks_uri").asText();
        if (!document.path("issuer").asText().equals(issuer.toString())
                || !DeskSettings.Oidc.isTrustworthy(URI.create(keys))) {
            throw new JWKSetRetrievalException("The identity provider's discovery document is not the issuer's", null);
        }
        return URI.create(keys);
    }

    private static JsonNode parsed(String text) throws JWKSetRetrievalException {
        try {
            return StrictJson.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new JWKSetRetrievalException("The identity provider's discovery document is not JSON", e);
        }
    }

    @Override
    public void close() {
        // holds no connection
    }
}
