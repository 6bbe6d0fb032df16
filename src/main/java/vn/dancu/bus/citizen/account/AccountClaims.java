package vn.dancu.bus.citizen.account;

import java.time.Instant;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;

/**
 * What a token that is right says of its person.
 *
 * @param useKey the hash by which its use is remembered: of issuer and {@code jti}, of the token itself where it has none
 * @param goodUntil the moment after which it is not taken any more
 */
record AccountClaims(
        PersonalId number, String name, BirthDate birthDate, Proof proof, byte[] useKey, Instant goodUntil) {

    @Override
    public String toString() {
        return "AccountClaims[masked]";
    }
}
