package vn.dancu.bus.citizen;

import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.register.PersonKey;

/**
 * Somebody who proved to be this person. Made by {@code citizen.account} and {@code citizen.sms} alone, after the proof agreed with the
 * register.
 *
 * @param number in force now
 * @param name as the register holds it
 * @param birthDate as the register holds it
 */
public record VerifiedCitizen(PersonalId number, String name, BirthDate birthDate, Proof proof) {

    /** By what the register finds the person. */
    public PersonKey key() {
        return new PersonKey(number, name, birthDate);
    }

    @Override
    public String toString() {
        return "VerifiedCitizen[masked]";
    }
}
