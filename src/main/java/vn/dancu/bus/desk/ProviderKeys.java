package vn.dancu.bus.desk;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the identity provider, fetched when the first token comes and kept for some minutes. Tokens with unknown
 * keys make it fetch anew, though seldom; while the provider is away the last keys serve for an hour.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {

    private static final Duration CACHE_TIME = Duration.ofMinutes(5);
    private static final Duration OUTAGE_TOLERANCE = Duration.ofHours(1);
    private static final Duration MIN_FETCH_INTERVAL = Duration.ofSeconds(5);

    private final ProviderDocuments documents;
    private final @Nullable URI jwks;

    private ProviderKeys(URI issuer, @Nullable URI jwks) {
        this.documents = new ProviderDocuments(issuer);
        this.jwks = jwks;
    }

    static JWKSource<SecurityContext> of(URI issuer, @Nullable URI jwks) {
        return JWKSourceBuilder.create(new ProviderKeys(issuer, jwks))
                .cache(CACHE_TIME.toMillis(), 2L * ProviderDocuments.TIMEOUT_MS)
                .refreshAheadCache(false)
                .rateLimited(MIN_FETCH_INTERVAL.toMillis())
                .outageTolerant(OUTAGE_TOLERANCE.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator when, long currentTime, @Nullable SecurityContext context)
            throws JWKSetRetrievalException {
        try {
            return JWKSet.parse(documents.text(jwks == null ? documents.endpoint("jwks_uri") : jwks));
        } catch (IOException | ParseException e) {
            throw new JWKSetRetrievalException("The identity provider's keys cannot be had", e);
        }
    }

    @Override
    public void close() {
        // holds no connection
    }
}
