package vn.dancu.bus.citizen.account;

import java.time.Instant;

/** Remembers by whom each token was shown first. */
@FunctionalInterface
interface TokenUses {

    /**
     * Whether nobody has shown the token before but this partner with this nonce; the first who asks is that.
     *
     * @param useKey of {@link AccountClaims}
     * @param goodUntil how long it must be remembered
     * @throws vn.dancu.bus.kernel.BusException {@code storage_unavailable}
     */
    boolean isFirstToShow(byte[] useKey, ShownToken shown, Instant goodUntil);
}
