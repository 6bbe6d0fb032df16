package vn.dancu.bus.gateway.rest.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import vn.dancu.bus.kernel.Sha256;

/**
 * Remembers the claims of tokens whose signature was verified, by the hash of the token, so that the signature is checked
 * once and not with each request. The time is checked with each request, and so is the partner ({@link BearerPartners}).
 * Tokens that fail are not remembered.
 */
final class VerifiedTokens implements JwtDecoder {

    /** A token holds about 1 KB here; a partner needs one for each of its servers. */
    private static final int MAX_TOKENS = 10_000;

    private final JwtDecoder decoder;
    private final TokenValidity validity;
    private final Cache<ByteBuffer, Verified> known;

    /** @param lifetime of a token, after which none is remembered */
    VerifiedTokens(JwtDecoder decoder, TokenValidity validity, Duration lifetime) {
        this.decoder = decoder;
        this.validity = validity;
        this.known = Caffeine.newBuilder()
                .maximumSize(MAX_TOKENS)
                .expireAfterWrite(lifetime)
                .build();
    }

    private record Verified(
            @Nullable Instant issuedAt,
            @Nullable Instant expiresAt,
            Map<String, Object> headers,
            Map<String, Object> claims) {

        static Verified of(Jwt token) {
            return new Verified(token.getIssuedAt(), token.getExpiresAt(), token.getHeaders(), token.getClaims());
        }
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
        Verified verified = known.getIfPresent(hash);
        if (verified == null) {
            Jwt decoded = decoder.decode(token);
            known.put(hash, Verified.of(decoded));
            return decoded;
        }
        Jwt again = new Jwt(token, verified.issuedAt(), verified.expiresAt(), verified.headers(), verified.claims());
        OAuth2TokenValidatorResult result = validity.validate(again);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is no longer good", result.getErrors());
        }
        return again;
    }
}
