package vn.dancu.bus.register.enriched;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.field.FieldValues;

/**
 * The wanted groups as columns of the statement that reads citizens: no round trip of their own, and nothing where none is wanted.
 */
public interface JdbcGroupColumns {

    /** The columns of the groups of which something is wanted. */
    static JdbcGroupColumns of(Set<FieldPath> wanted) {
        return new JdbcWantedGroups(wanted);
    }

    /** What follows the other columns of a statement whose citizen is {@code c}; empty where no group is wanted. */
    String select();

    /** Reads the groups of the row on which the cursor stands. */
    void read(ResultSet row, FieldValues<Citizen> values) throws SQLException;
}
