package vn.dancu.bus.citizen.account;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.AccountSettings.Claims;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.name.NameNormalizer;
import vn.dancu.bus.message.population.BirthDate;

/** Reads the person out of the claims of one issuer's tokens. */
final class PersonClaims {

    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final int MAX_NAME = 200;

    private final String issuerName;
    private final Issuer issuer;
    private final DateTimeFormatter birthDateForm;

    PersonClaims(String issuerName, Issuer issuer) {
        this.issuerName = issuerName;
        this.issuer = issuer;
        this.birthDateForm = DateTimeFormatter.ofPattern(
                        issuer.claims().birthDateForm().replace("yyyy", "uuuu"))
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @throws vn.dancu.bus.kernel.BusException {@code citizen_token_invalid} */
    AccountClaims read(JWTClaimsSet claims, byte[] useKey, Instant goodUntil) {
        Claims names = issuer.claims();
        requirePerson(claims);
        String number = text(claims, names.number());
        if (!PersonalId.isDigits(number, PersonalId.Kind.SO_DINH_DANH.length())) {
            throw TokenFlaw.invalid(names.number(), "12 digits");
        }
        String name = text(claims, names.name());
        if (name.length() > MAX_NAME || NameNormalizer.fold(name).isEmpty()) {
            throw TokenFlaw.invalid(names.name(), "a name of at most " + MAX_NAME + " characters");
        }
        Proof proof = new Proof(issuer.kind(), issuerName, word(claims.getClaim(issuer.levelClaim())));
        return new AccountClaims(
                PersonalId.soDinhDanh(number), name, birthDate(claims, names), proof, useKey, goodUntil);
    }

    private void requirePerson(JWTClaimsSet claims) {
        String claim = issuer.claims().accountType();
        if (claim.isEmpty()) {
            return;
        }
        String type = word(claims.getClaim(claim));
        if (type == null || !issuer.claims().personTypes().contains(type)) {
            throw TokenFlaw.invalid(claim, "an account of a person, not of an organisation");
        }
    }

    private BirthDate birthDate(JWTClaimsSet claims, Claims names) {
        String text = text(claims, names.birthDate());
        try {
            return YEAR.matcher(text).matches()
                    ? BirthDate.ofYear(Integer.parseInt(text))
                    : BirthDate.of(LocalDate.parse(text, birthDateForm));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw TokenFlaw.invalid(names.birthDate(), names.birthDateForm() + ", or the year alone");
        }
    }

    private static String text(JWTClaimsSet claims, String name) {
        if (claims.getClaim(name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw TokenFlaw.invalid(name, "there, a text");
    }

    /** Codes come as a text or as a whole number; null for what is neither. */
    private static @Nullable String word(@Nullable Object claim) {
        return claim instanceof String || claim instanceof Long || claim instanceof Integer ? claim.toString() : null;
    }
}
