package vn.dancu.bus.citizen.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;

/** The tokens of one issuer: signature, for whom and for when they are, and that they answer the sign-in of the nonce. */
final class IssuerTokens {

    private final String name;
    private final Issuer issuer;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final PersonClaims persons;
    private final Clock clock;

    IssuerTokens(String name, Issuer issuer, IssuerKeys keys, Clock clock) {
        this.name = name;
        this.issuer = issuer;
        this.persons = new PersonClaims(name, issuer);
        this.clock = clock;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                issuer.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()), keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            // read below, by the injected clock and with a rule for each claim
        });
    }

    /** @throws BusException as {@link CitizenAccounts#verify} says */
    AccountClaims read(SignedJWT token, ShownToken shown) {
        JWTClaimsSet claims = signed(token);
        requireAudience(claims, shown.partner());
        Instant goodUntil = requireTimes(claims);
        requireNonce(claims, shown.nonce());
        return persons.read(claims, useKey(claims, shown.token()), goodUntil);
    }

    private JWTClaimsSet signed(SignedJWT token) {
        try {
            return processor.process(token, null);
        } catch (KeySourceException e) {
            throw new BusException(ErrorCode.ISSUER_UNAVAILABLE, e);
        } catch (BadJOSEException | JOSEException e) {
            throw TokenFlaw.invalid(
                    "signature", "by a key of the issuer, with " + String.join(", ", issuer.algorithms()));
        }
    }

    private void requireAudience(JWTClaimsSet claims, PartnerId partner) {
        List<String> clients = issuer.audiences().getOrDefault(partner.value(), List.of());
        List<String> audience = claims.getAudience();
        if (audience.stream().noneMatch(clients::contains)) {
            throw TokenFlaw.invalid("aud", "the client by which the partner is registered at the issuer");
        }
        Object authorized = claims.getClaim("azp");
        boolean named = authorized instanceof String client && clients.contains(client);
        if (authorized == null ? audience.size() > 1 : !named) {
            throw TokenFlaw.invalid("azp", "the client by which the partner is registered at the issuer");
        }
    }

    private Instant requireTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant latest = now.plus(issuer.clockSkew());
        Instant issued = moment(claims, "iat").orElseThrow(() -> TokenFlaw.invalid("iat", "the time of issue"));
        Instant until = moment(claims, "exp").orElseThrow(() -> TokenFlaw.invalid("exp", "the time of expiry"));
        if (issued.isAfter(latest)) {
            throw TokenFlaw.invalid("iat", "not in the future");
        }
        if (moment(claims, "nbf").filter(latest::isBefore).isPresent()) {
            throw TokenFlaw.invalid("nbf", "not in the future");
        }
        Instant earliest = now.minus(issuer.clockSkew());
        if (until.isBefore(earliest)) {
            throw TokenFlaw.expired("exp", "not in the past");
        }
        Instant oldest = issued.plus(issuer.maxAge());
        if (oldest.isBefore(earliest)) {
            throw TokenFlaw.expired("iat", "at most " + issuer.maxAge().toMinutes() + " minutes ago");
        }
        return (until.isBefore(oldest) ? until : oldest).plus(issuer.clockSkew());
    }

    private static Optional<Instant> moment(JWTClaimsSet claims, String name) {
        try {
            return Optional.ofNullable(claims.getDateClaim(name)).map(Date::toInstant);
        } catch (ParseException e) {
            throw TokenFlaw.malformed();
        }
    }

    private static void requireNonce(JWTClaimsSet claims, String nonce) {
        boolean same = claims.getClaim("nonce") instanceof String text
                && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw TokenFlaw.invalid("nonce", "that of DanCu-Citizen-Nonce, given to the sign-in");
        }
    }

    private byte[] useKey(JWTClaimsSet claims, String token) {
        String id = claims.getJWTID();
        String text = id == null ? "token\n" + token : "jti\n" + id;
        return Sha256.of((name + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }
}
