package vn.dancu.bus.gateway.soap;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dancu.bus.dialect.CredentialRecipe.BasicDigest;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.dialect.TimeForm;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Partner;

/** How each partner signs in at this door: as its dialect says, or as the population service where it says nothing. */
final class DigestSchemes {

    private static final SignInRecipe POPULATION_SERVICE_RECIPE =
            new SignInRecipe(BasicDigest.POPULATION, EnumSet.of(TimeForm.SECONDS, TimeForm.MILLISECONDS));

    private final Map<String, SignInRecipe> byDialect;

    DigestSchemes(Dialects dialects) {
        this.byDialect =
                dialects.all().stream().collect(Collectors.toUnmodifiableMap(Dialect::name, DigestSchemes::of));
    }

    SignInRecipe of(Partner partner) {
        return byDialect.getOrDefault(partner.dialect(), POPULATION_SERVICE_RECIPE);
    }

    private static SignInRecipe of(Dialect dialect) {
        return dialect.credentials() instanceof BasicDigest digest
                ? new SignInRecipe(digest, dialect.time().accepted())
                : POPULATION_SERVICE_RECIPE;
    }

    /** The recipe of one partner. */
    record SignInRecipe(BasicDigest digest, Set<TimeForm> accepted) {

        Instant instant(String timestamp) {
            for (TimeForm form : accepted) {
                Optional<Instant> read = form.read(timestamp);
                if (read.isPresent()) {
                    return read.get();
                }
            }
            throw BusException.of(
                    ErrorCode.TIMESTAMP_MALFORMED,
                    "Timestamp",
                    accepted.stream().map(TimeForm::rule).collect(Collectors.joining(" or ")));
        }

        DigestInput text(String path, PartnerId user, String timestamp) {
            return new DigestInput(
                    digest.before(path, user.value(), timestamp), digest.after(path, user.value(), timestamp));
        }

        String rule() {
            return digest.parts().stream()
                    .map(BasicDigest.Part::word)
                    .collect(Collectors.joining(" + ", "digest = sha256hex(", ")"));
        }
    }
}
