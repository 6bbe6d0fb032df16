package vn.dancu.bus.register;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;

/**
 * What a person is found by: all three together.
 *
 * @param number current, replaced or cancelled number
 * @param name as sent; the register folds it (upper case, no diacritics, no spaces, Đ to D, any Unicode normal form)
 * @param birthDate null only for the yes/no service, whose wire form has none
 */
public record PersonKey(PersonalId number, String name, @Nullable BirthDate birthDate) {

    @Override
    public String toString() {
        return "PersonKey[masked]";
    }
}
