package vn.dancu.bus.sandbox.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.message.population.PersonName;

/** Reads synthetic people for the list, always in the same order. */
final class JdbcSyntheticPeople implements SyntheticPeople {

    private static final String COLUMNS = " c.so_cmnd, c.ho, c.chu_dem, c.ten, c.birth_year, c.birth_date, c.mobile ";

    // Whoever tries the bus first takes the first ones: those are alive, with a current number and a full date.
    private static final String ALL =
            """
            with plain as (
                select citizen_id from register.citizen
                where state = 'ALIVE' and so_dinh_danh is not null and birth_date is not null
                order by citizen_id limit 50)
            select c.so_dinh_danh as number, %s
            from register.citizen c left join plain p using (citizen_id)
            where c.so_dinh_danh is not null
            order by p.citizen_id is null, citizen_id limit ?"""
                    .formatted(COLUMNS);

    private static final String BY_NUMBER = "select n.number as number, " + COLUMNS
            + "from register.citizen_number n join register.citizen c using (citizen_id)"
            + " where n.kind = 'SO_DINH_DANH' and n.state = '%s' order by citizen_id limit ?";

    private static final String BY_CITIZEN = "select c.so_dinh_danh as number, " + COLUMNS
            + "from register.citizen c where so_dinh_danh is not null and %s order by citizen_id limit ?";

    private static final String HAS_CHILD =
            """
            state = 'ALIVE' and exists (
                select from register.relative r join register.citizen k on k.so_dinh_danh = r.so_dinh_danh
                where r.citizen_id = c.citizen_id and r.kind = 'CHILD'
                  and k.birth_date > current_date - interval '17 years')""";

    private static final String REPRESENTS =
            """
            state = 'ALIVE' and exists (
                select from register.relative r join register.citizen k on k.so_dinh_danh = r.so_dinh_danh
                where r.citizen_id = c.citizen_id and r.kind = 'REPRESENTED')""";

    private static final String IS_ENRICHED =
            "exists (select from register.enriched e where e.citizen_id = c.citizen_id and e.origin_id < 0)";

    private static final String ONE = "select n.number as number, " + COLUMNS
            + "from register.citizen_number n join register.citizen c using (citizen_id) where n.number = ?";

    private final JdbcClient sql;

    JdbcSyntheticPeople(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<SyntheticPerson> list(PeopleKind kind, int limit) {
        return sql.sql(statement(kind))
                .param(limit)
                .query((row, index) -> person(row))
                .list();
    }

    @Override
    public Optional<SyntheticPerson> find(String number) {
        return sql.sql(ONE).param(number).query((row, index) -> person(row)).optional();
    }

    private static String statement(PeopleKind kind) {
        return switch (kind) {
            case ALL -> ALL;
            case REPLACED -> BY_NUMBER.formatted("REPLACED");
            case CANCELLED -> BY_NUMBER.formatted("CANCELLED");
            case DECEASED -> BY_CITIZEN.formatted("state = 'DECEASED'");
            case MISSING -> BY_CITIZEN.formatted("state = 'MISSING'");
            case SUBSCRIBER ->
                BY_CITIZEN.formatted("state = 'ALIVE' and birth_date is not null and mobile is not null");
            case YEAR_ONLY -> BY_CITIZEN.formatted("state = 'ALIVE' and birth_date is null");
            case PARENT -> BY_CITIZEN.formatted(HAS_CHILD);
            case REPRESENTATIVE -> BY_CITIZEN.formatted(REPRESENTS);
            case ENRICHED -> BY_CITIZEN.formatted(IS_ENRICHED);
        };
    }

    private static SyntheticPerson person(ResultSet row) throws SQLException {
        PersonName name = new PersonName(row.getString("ho"), row.getString("chu_dem"), row.getString("ten"));
        String day = row.getString("birth_date");
        return new SyntheticPerson(
                row.getString("number"),
                row.getString("so_cmnd"),
                name.full(),
                day == null ? row.getString("birth_year") : day,
                row.getString("mobile"));
    }
}
