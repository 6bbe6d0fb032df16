package vn.dancu.bus.gateway.soap;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/**
 * The sign-in of the population service: {@code Authorization: Basic base64(user:digest)} with the digest lower-case hex
 * SHA-256 of {@code path + user + timestamp + secret}, and a header {@code Timestamp} in seconds (10 digits) or
 * milliseconds (13 digits) since the epoch. The partner's dialect may order the parts otherwise and accept one unit alone.
 */
class DigestSignIn {

    private static final String AUTHORIZATION = "Authorization";
    private static final String TIMESTAMP = "Timestamp";
    private static final String SCHEME = "basic ";
    private static final int MAX_HEADER_LENGTH = 512;
    private static final int DIGEST_LENGTH = 64;

    private final Partners partners;
    private final DigestSchemes recipes;
    private final SoapSettings settings;
    private final Clock clock;

    DigestSignIn(Partners partners, Dialects dialects, SoapSettings settings, Clock clock) {
        this.partners = partners;
        this.recipes = new DigestSchemes(dialects);
        this.settings = settings;
        this.clock = clock;
    }

    /** What a header claims before anything is proved. */
    record Claim(PartnerId partner, String digest) {}

    /** The claim in the Authorization header. */
    Claim claim(List<String> authorization) {
        String header =
                only(authorization, AUTHORIZATION, ErrorCode.CREDENTIALS_MISSING, ErrorCode.CREDENTIALS_MALFORMED);
        if (header.length() > MAX_HEADER_LENGTH || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw BusException.of(ErrorCode.CREDENTIALS_MALFORMED, AUTHORIZATION, "Basic base64(user:digest)");
        }
        String pair = decoded(header.substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw BusException.of(ErrorCode.CREDENTIALS_MALFORMED, AUTHORIZATION, "Basic base64(user:digest)");
        }
        String user = pair.substring(0, colon);
        String digest = pair.substring(colon + 1).toLowerCase(Locale.ROOT);
        if (!isDigest(digest)) {
            throw BusException.of(
                    ErrorCode.CREDENTIALS_MALFORMED, AUTHORIZATION, "the digest is 64 hex digits of SHA-256");
        }
        if (!PartnerId.isValid(user)) {
            throw BusException.of(ErrorCode.PARTNER_UNKNOWN, AUTHORIZATION, "the user is a partner id");
        }
        return new Claim(new PartnerId(user), digest);
    }

    /** Proves the claim, or throws with the code of what is wrong. */
    SignedIn prove(Claim claim, List<String> timestamps, Instant receivedAt) {
        String timestamp = only(timestamps, TIMESTAMP, ErrorCode.TIMESTAMP_MISSING, ErrorCode.TIMESTAMP_MALFORMED)
                .strip();
        Partner partner = partners.find(claim.partner())
                .orElseThrow(
                        () -> BusException.of(ErrorCode.PARTNER_UNKNOWN, AUTHORIZATION, "the user is a partner id"));
        DigestSchemes.SignInRecipe recipe = recipes.of(partner);
        requireInWindow(recipe.instant(timestamp));
        DigestInput text = recipe.text(settings.signedPath(), claim.partner(), timestamp);
        switch (partners.proveDigest(claim.partner(), text, claim.digest())) {
            case RIGHT -> {}
            case EXPIRED ->
                throw BusException.of(ErrorCode.CREDENTIAL_EXPIRED, AUTHORIZATION, "a secret that is valid now");
            case WRONG -> throw BusException.of(ErrorCode.CREDENTIALS_WRONG, AUTHORIZATION, recipe.rule());
        }
        return new SignedIn(partner, timestamp, claim.digest(), receivedAt);
    }

    /** A partner with a registered certificate must show it in TLS, besides the digest. */
    void requireCertificate(Partner partner, @Nullable X509Certificate shown) {
        partners.objectionTo(partner.id(), shown).ifPresent(code -> {
            throw BusException.of(code, "TLS", "the client certificate that is registered for the partner");
        });
    }

    private static boolean isDigest(String text) {
        if (text.length() != DIGEST_LENGTH) {
            return false;
        }
        for (int i = 0; i < DIGEST_LENGTH; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private void requireInWindow(Instant at) {
        Instant now = clock.instant();
        // A timestamp in seconds names the second's start: up to a second more has passed when it was made.
        if (at.isBefore(now.minus(settings.window())) || at.isAfter(now.plus(settings.clockSkew()))) {
            throw BusException.of(
                    ErrorCode.TIMESTAMP_OUTSIDE_WINDOW,
                    TIMESTAMP,
                    "at most " + settings.window() + " old and " + settings.clockSkew() + " ahead, made for each call");
        }
    }

    private static String only(List<String> values, String header, ErrorCode missing, ErrorCode malformed) {
        if (values.isEmpty() || values.get(0).isBlank()) {
            throw BusException.of(missing, header, "is required");
        }
        if (values.size() > 1) {
            throw BusException.of(malformed, header, "comes once");
        }
        return values.get(0);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw BusException.of(ErrorCode.CREDENTIALS_MALFORMED, AUTHORIZATION, "Basic base64(user:digest)");
        }
    }
}
