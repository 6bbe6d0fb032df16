package vn.dancu.bus.desk.partner;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.partner.credential.Credential;

/**
 * A credential as JSON.
 *
 * @param kind secret, client-secret, certificate or signing-certificate
 * @param state coming, valid, expired or revoked
 * @param secret in the answer to its issue and never again
 */
record CredentialResponse(
        UUID id,
        String kind,
        String state,
        boolean fromFile,
        @Nullable String thumbprint,
        @Nullable String subject,
        Instant validFrom,
        @Nullable Instant validUntil,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason,
        @Nullable String secret) {

    static CredentialResponse of(Credential one, Instant now, @Nullable String secret) {
        return new CredentialResponse(
                one.id(),
                one.kind().code(),
                one.stateAt(now).name().toLowerCase(Locale.ROOT),
                one.fromFile(),
                one.thumbprint(),
                one.subject(),
                one.validFrom(),
                one.validUntil(),
                one.issuedAt(),
                one.issuedBy(),
                one.revokedAt(),
                one.revokedReason(),
                secret);
    }

    @Override
    public String toString() {
        return "CredentialResponse[" + id + "]";
    }
}
