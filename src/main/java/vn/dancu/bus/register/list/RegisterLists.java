package vn.dancu.bus.register.list;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;

/** Lists of living people who have a number; who was declared missing is in none. */
public interface RegisterLists {

    /**
     * The fields that a list can have: what is recorded of the person alone, and groups of other authorities that have an element of
     * their own, in the order of the schema.
     */
    Set<FieldPath> fields();

    /** The parts of these fields in their order, such as {@code HoVaTen/Ten}: the columns of a list. */
    List<FieldPath> columns(Set<FieldPath> fields);

    /**
     * The next people in the order of the register.
     *
     * @param after where the slice before ended; 0 for the first
     * @throws org.springframework.dao.DataAccessException when the register is away
     */
    Slice next(PersonSelection selection, Set<FieldPath> fields, long after, int most);

    /** How many there are. */
    long count(PersonSelection selection);

    /**
     * People in a row.
     *
     * @param last where the next slice begins
     */
    record Slice(List<Row> rows, long last) {}

    /**
     * One of them.
     *
     * @param number in force, by which the person finds the record of this
     * @param values by the columns of the fields that were asked for; null where nothing is recorded
     */
    record Row(PersonalId number, List<@Nullable String> values) {

        @Override
        public String toString() {
            return "Row[masked]";
        }
    }
}
