package vn.dancu.bus.citizen.account;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.AccountSettings.Issuer;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Takes a token by the rules of its issuer, once for each sign-in, and finds its person. */
final class AccountVerifier implements CitizenAccounts {

    /** An ID token has 1 to 2 kB; the doors take no longer head. */
    static final int MAX_TOKEN = 8192;

    private final Map<String, KnownIssuer> issuers;
    private final TokenUses uses;
    private final RegisterMatch match;

    /** @param issuers by {@code iss} */
    AccountVerifier(Map<String, KnownIssuer> issuers, TokenUses uses, RegisterMatch match) {
        this.issuers = Map.copyOf(issuers);
        this.uses = uses;
        this.match = match;
    }

    record KnownIssuer(Issuer settings, IssuerTokens tokens) {}

    @Override
    public boolean admits(PartnerId partner) {
        return issuers.values().stream()
                .anyMatch(each -> each.settings().audiences().containsKey(partner.value()));
    }

    @Override
    public VerifiedCitizen verify(ShownToken shown, int leastLevel) {
        SignedJWT token = parsed(shown.token());
        KnownIssuer issuer = issuers.get(issuerOf(token));
        if (issuer == null) {
            throw TokenFlaw.invalid("iss", "an issuer that the bus knows");
        }
        AccountClaims account = issuer.tokens().read(token, shown);
        requireLevel(account.proof().level(), issuer.settings(), leastLevel);
        if (!uses.isFirstToShow(account.useKey(), shown, account.goodUntil())) {
            throw BusException.of(ErrorCode.CITIZEN_TOKEN_REPLAYED, "jti", "shown by one partner, for one sign-in");
        }
        return match.citizen(account, issuer.settings());
    }

    private static SignedJWT parsed(String token) {
        if (token.length() > MAX_TOKEN) {
            throw TokenFlaw.malformed();
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | RuntimeException e) {
            throw TokenFlaw.malformed();
        }
    }

    private static String issuerOf(SignedJWT token) {
        try {
            String issuer = token.getJWTClaimsSet().getIssuer();
            return issuer == null ? "" : issuer;
        } catch (ParseException | RuntimeException e) {
            throw TokenFlaw.malformed();
        }
    }

    private static void requireLevel(@Nullable String stated, Issuer issuer, int least) {
        int level = stated == null ? 0 : issuer.levels().getOrDefault(stated, 0);
        if (level < least) {
            String enough = issuer.levels().entrySet().stream()
                    .filter(each -> each.getValue() >= least)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw BusException.of(
                    ErrorCode.ASSURANCE_TOO_LOW,
                    issuer.levelClaim(),
                    enough.isEmpty() ? "higher than any level of this issuer" : "one of " + enough);
        }
    }
}
