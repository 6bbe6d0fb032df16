package vn.dancu.bus.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;

/**
 * What the person's own door needs to know of a person before and after the person proved to be the one.
 *
 * @param current the number in force, also where a replaced one was asked for
 * @param name whole, as the register holds it
 * @param state alive, deceased or missing
 * @param mobile the subscriber numbers of item 25, as they are recorded; several stand apart by a comma, semicolon or slash. Null
 *     where none is
 * @param children of whom the record of the person says so, each once
 * @param represented whom the person represents by the record of either, each once
 */
public record RegisteredPerson(
        PersonalId current,
        String name,
        BirthDate birthDate,
        CitizenStatus state,
        @Nullable String mobile,
        List<PersonalId> children,
        List<PersonalId> represented) {

    public RegisteredPerson {
        children = List.copyOf(children);
        represented = List.copyOf(represented);
    }

    /** By what the register finds the person at every other look-up. */
    public PersonKey key() {
        return new PersonKey(current, name, birthDate);
    }

    @Override
    public String toString() {
        return "RegisteredPerson[masked]";
    }
}
