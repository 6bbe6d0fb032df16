package vn.dancu.bus.gateway.rest.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.gateway.GatewaySettings;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.partner.Partners;

/** The parts that issue and check access tokens. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

    /** Made beside the rest of the start: an RSA key takes a second of a cold processor. */
    @Bean
    CompletableFuture<RSAKey> signingKey(JdbcClient jdbc, MasterKey master, Clock clock) {
        JdbcSigningKeys keys = new JdbcSigningKeys(jdbc, SecretBox.forUse(master.bytes(), "gateway/signing"), clock);
        return CompletableFuture.supplyAsync(keys::current);
    }

    @Bean
    ExpirySource tokenKeyExpiries(JdbcClient jdbc, MasterKey master, Clock clock) {
        return new JdbcSigningKeys(jdbc, SecretBox.forUse(master.bytes(), "gateway/signing"), clock)::items;
    }

    /** A start without its key fails, before the first request could. */
    @Bean
    SmartInitializingSingleton signingKeyIsThere(CompletableFuture<RSAKey> signingKey) {
        return signingKey::join;
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(CompletableFuture<RSAKey> signingKey) {
        return (wanted, context) -> wanted.select(new JWKSet(signingKey.join()));
    }

    @Bean
    JwtGenerator accessTokens(JWKSource<SecurityContext> signingKeys) {
        JwtGenerator tokens = new JwtGenerator(new NimbusJwtEncoder(signingKeys));
        tokens.setJwtCustomizer(context -> {
            if (context.getPrincipal().getDetails() instanceof UUID credential) {
                context.getClaims().claim(BearerPartners.CREDENTIAL, credential.toString());
            }
        });
        return tokens;
    }

    @Bean
    JwtDecoder jwtDecoder(CompletableFuture<RSAKey> signingKey, GatewaySettings settings, Clock clock) {
        TokenValidity validity = new TokenValidity(clock);
        OAuth2TokenValidator<Jwt> rules = new DelegatingOAuth2TokenValidator<>(
                validity, new JwtIssuerValidator(settings.issuer().toString()));
        JwtDecoder decoder = new SupplierJwtDecoder(() -> decoder(signingKey.join(), rules));
        return new VerifiedTokens(decoder, validity, settings.tokenLifetime());
    }

    private static JwtDecoder decoder(RSAKey signingKey, OAuth2TokenValidator<Jwt> rules) {
        try {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(signingKey.toRSAPublicKey())
                    .signatureAlgorithm(SignatureAlgorithm.RS256)
                    .build();
            decoder.setJwtValidator(rules);
            return decoder;
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key is not an RSA key", e);
        }
    }

    @Bean
    PartnerClients partnerClients(Partners partners, GatewaySettings settings) {
        return new PartnerClients(partners, settings.tokenLifetime());
    }

    @Bean
    PartnerSignIn partnerSignIn(Partners partners, PartnerClients clients) {
        return new PartnerSignIn(partners, clients);
    }

    @Bean
    TokenRefusals tokenRefusals(WebRefusals refusals, ErrorTexts texts) {
        return new TokenRefusals(refusals, texts);
    }

    /**
     * What stands in headers and parameters is judged by the guard before every door and by whoever reads it, and refused
     * by name; here it would become an unknown path. Paths are judged here.
     */
    @Bean
    HttpFirewall pathFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedParameterValues(value -> true);
        return firewall;
    }

    @Bean
    UnknownPaths unknownPaths(WebRefusals refusals) {
        return new UnknownPaths(refusals);
    }
}
