package vn.dancu.bus.partner.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when and until when a credential is to be good.
 *
 * @param from null for now
 * @param until the first moment at which it is good no more; null for {@code dancu.partner.credential-lifetime} from then
 *     on, and for a certificate its own end
 */
public record CredentialValidity(@Nullable Instant from, @Nullable Instant until) {

    /** From now on, for as long as is usual. */
    public static final CredentialValidity DEFAULT = new CredentialValidity(null, null);
}
