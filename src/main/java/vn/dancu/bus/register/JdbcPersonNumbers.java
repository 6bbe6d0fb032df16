package vn.dancu.bus.register;

import java.util.HashSet;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;

/** Reads the numbers of a person, which are never deleted. */
record JdbcPersonNumbers(JdbcTemplate jdbc) implements PersonNumbers {

    private static final String SQL =
            """
            select n.kind, n.number from register.citizen_number n
            where n.citizen_id = (select asked.citizen_id from register.citizen_number asked where asked.number = ?)
            """;

    @Override
    public Set<PersonalId> of(PersonalId number) {
        Set<PersonalId> numbers = new HashSet<>(Set.of(number));
        try {
            numbers.addAll(jdbc.query(
                    SQL,
                    (rs, row) -> new PersonalId(PersonalId.Kind.valueOf(rs.getString("kind")), rs.getString("number")),
                    number.digits()));
        } catch (DataAccessException e) {
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, e);
        }
        return Set.copyOf(numbers);
    }
}
