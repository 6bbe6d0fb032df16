package vn.dancu.bus.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.PersonName;

/**
 * The statement that reads a person for the person's own door: by the number alone, with those who may be asked for as well. A number
 * that was replaced leads to the same row as the one in force.
 */
final class JdbcPersonQuery implements JdbcNumberQuery {

    private static final String COLUMNS =
            """
            n.number as asked, n.state as number_state, c.so_dinh_danh, c.ho, c.chu_dem, c.ten, c.birth_year, c.birth_date,
            c.state as life, c.mobile,
            array(select r.so_dinh_danh from register.relative r
                  where r.citizen_id = c.citizen_id and r.kind = 'CHILD' and r.so_dinh_danh is not null
                  order by r.position) as children,
            array(select r.so_dinh_danh from register.relative r
                  where r.citizen_id = c.citizen_id and r.kind = 'REPRESENTED' and r.so_dinh_danh is not null
                  union select w.so_dinh_danh from register.citizen w
                  where w.guardian_so_dinh_danh = c.so_dinh_danh and w.so_dinh_danh is not null
                  order by 1) as represented
            """;

    private static final String SQL = "select " + COLUMNS + JdbcColumns.BY_NUMBER + " where n.number = ";

    @Override
    public String sql() {
        return SQL + "?";
    }

    @Override
    public String sqlOfMany() {
        return SQL + "any(?)";
    }

    /** The person of the row on which the cursor stands; empty where no number of the person is in force. */
    Optional<RegisteredPerson> read(ResultSet row) throws SQLException {
        PersonalId current = current(row);
        return current == null
                ? Optional.empty()
                : Optional.of(new RegisteredPerson(
                        current,
                        new PersonName(row.getString("ho"), row.getString("chu_dem"), row.getString("ten")).full(),
                        JdbcColumns.birthDate(row, "birth_year", "birth_date"),
                        CitizenStatus.valueOf(row.getString("life")),
                        row.getString("mobile"),
                        numbers(row, "children"),
                        numbers(row, "represented")));
    }

    private static @Nullable PersonalId current(ResultSet row) throws SQLException {
        PersonMatcher.NumberState state = PersonMatcher.NumberState.valueOf(row.getString("number_state"));
        if (state == PersonMatcher.NumberState.CANCELLED) {
            return null;
        }
        String inForce = row.getString("so_dinh_danh");
        if (inForce != null) {
            return PersonalId.soDinhDanh(inForce);
        }
        String asked = row.getString("asked");
        // Somebody who never had another number than that of an identity card.
        return state == PersonMatcher.NumberState.CURRENT && asked.length() == PersonalId.Kind.SO_CMND.length()
                ? PersonalId.soCmnd(asked)
                : null;
    }

    private static List<PersonalId> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Stream.of((String[]) array.getArray())
                .map(PersonalId::soDinhDanh)
                .toList();
    }
}
