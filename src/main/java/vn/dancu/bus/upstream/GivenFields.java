package vn.dancu.bus.upstream;

import java.util.LinkedHashSet;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;

/**
 * Which of the wanted fields an answer has. The wires do not tell a field that the other side withholds from one in which nothing is
 * recorded: neither was given, and so neither is said to have been released.
 */
final class GivenFields {

    static Set<FieldPath> of(Answer answer, Set<FieldPath> wanted) {
        if (answer instanceof Answer.OfCitizen of) {
            Citizen citizen = of.citizen();
            return citizen == null ? Set.of() : of(CitizenFields.CITIZEN, citizen, wanted);
        }
        if (answer instanceof Answer.OfHousehold of) {
            Household household = of.household();
            return household == null ? Set.of() : of(Household.FIELDS, household, wanted);
        }
        if (answer instanceof Answer.OfClaims of) {
            return FieldPath.common(wanted, of.agrees().keySet());
        }
        return wanted;
    }

    /** Of a part of a group it counts whether the group came. */
    private static <R> Set<FieldPath> of(RecordDescription<R> description, R record, Set<FieldPath> wanted) {
        FieldValues<R> values = description.values(record);
        Set<FieldPath> present = new LinkedHashSet<>();
        for (RecordField<R, ?> field : description.fields()) {
            if (values.get(field) != null) {
                present.add(field.path());
            }
        }
        return FieldPath.common(wanted, present);
    }

    private GivenFields() {}
}
