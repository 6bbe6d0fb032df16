package vn.dancu.bus.partner.credential;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A credential without its secret.
 *
 * @param fromFile whether the policy file brought it; its secret is replaced there
 * @param thumbprint lower-case hex SHA-256 of a certificate; null for a secret
 * @param subject whom a certificate names; null for a secret
 * @param validUntil the first moment at which it is good no more; null for a secret of the file, which has no end
 * @param issuedBy account
 * @param revokedAt null while it is not revoked
 * @param revokedReason null while it is not revoked
 */
public record Credential(
        UUID id,
        PartnerId partner,
        CredentialKind kind,
        boolean fromFile,
        @Nullable String thumbprint,
        @Nullable String subject,
        Instant validFrom,
        @Nullable Instant validUntil,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason) {

    /** The state of a credential at a moment. */
    public enum State {
        COMING,
        VALID,
        EXPIRED,
        REVOKED
    }

    public State stateAt(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (validUntil != null && !now.isBefore(validUntil)) {
            return State.EXPIRED;
        }
        return now.isBefore(validFrom) ? State.COMING : State.VALID;
    }
}
