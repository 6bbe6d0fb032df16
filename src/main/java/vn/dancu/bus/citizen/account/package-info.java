/**
 * Accounts of citizens: whether a token of the portal's sign-in or of the electronic identity proves a person of the register.
 *
 * <p>Face: {@link vn.dancu.bus.citizen.account.CitizenAccounts}. A token is taken when its signature, issuer, audience, times, nonce and
 * level hold, when the partner that shows it was the first to show it, and when number, name and birth date agree with the register. No
 * value of a claim leaves this package but in the {@link vn.dancu.bus.citizen.VerifiedCitizen}.
 */
@NullMarked
@NamedInterface("account")
package vn.dancu.bus.citizen.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
