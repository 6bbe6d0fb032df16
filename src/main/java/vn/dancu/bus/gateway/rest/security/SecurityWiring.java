package vn.dancu.bus.gateway.rest.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import vn.dancu.bus.gateway.GatewaySettings;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.partner.Partners;

/** The parts that issue and check access tokens. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {

    @Bean
    RSAKey signingKey(JdbcClient jdbc, MasterKey master, Clock clock) {
        return new JdbcSigningKeys(jdbc, SecretBox.forUse(master.bytes(), "gateway/signing"), clock).current();
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(RSAKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey));
    }

    @Bean
    JwtGenerator accessTokens(JWKSource<SecurityContext> signingKeys) {
        return new JwtGenerator(new NimbusJwtEncoder(signingKeys));
    }

    @Bean
    JwtDecoder jwtDecoder(RSAKey signingKey, GatewaySettings settings, Clock clock) throws JOSEException {
        TokenValidity validity = new TokenValidity(clock);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(signingKey.toRSAPublicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                validity, new JwtIssuerValidator(settings.issuer().toString())));
        return new VerifiedTokens(decoder, validity, settings.tokenLifetime());
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

    @Bean
    UnknownPaths unknownPaths(WebRefusals refusals) {
        return new UnknownPaths(refusals);
    }
}
