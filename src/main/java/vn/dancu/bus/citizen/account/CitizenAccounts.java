package vn.dancu.bus.citizen.account;

import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.PartnerId;

/** The accounts with which citizens sign in at portals. */
public interface CitizenAccounts {

    /** Whether the partner may show tokens of citizens at all: whether an issuer names it. */
    boolean admits(PartnerId partner);

    /**
     * The person of the register whom the token proves.
     *
     * @param leastLevel the level of assurance that is asked for, 1 to 4
     * @throws vn.dancu.bus.kernel.BusException {@code citizen_token_invalid}, {@code citizen_token_expired}, {@code
     *     citizen_token_replayed}, {@code assurance_too_low}, {@code citizen_not_matched}, {@code issuer_unavailable}, {@code
     *     storage_unavailable} or {@code register_unavailable}; it names a claim and a rule and never a value
     */
    VerifiedCitizen verify(ShownToken shown, int leastLevel);
}
