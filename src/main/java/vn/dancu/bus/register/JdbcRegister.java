package vn.dancu.bus.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.ResultStatus;

/**
 * The register in PostgreSQL. A look-up is one statement by primary keys, prepared on the server, in one round trip;
 * outside any transaction of the caller's making it takes no lock and leaves nothing behind. Citizens are read for many
 * questions at a time, households, which are rarer, each by itself.
 */
final class JdbcRegister implements PopulationRegister {

    // Wanted sets come from policies and are few; what a hostile asker may combine must not fill the memory.
    private static final int MAX_CACHED_QUERIES = 512;

    private static final JdbcPersonQuery PERSON_QUERY = new JdbcPersonQuery();

    private final DataSource dataSource;
    private final JdbcCitizenReader citizens;
    private final int timeoutMillis;
    private final Map<Set<FieldPath>, JdbcCitizenQuery> citizenQueries = new ConcurrentHashMap<>();
    private final Map<Set<FieldPath>, JdbcHouseholdQuery> householdQueries = new ConcurrentHashMap<>();

    JdbcRegister(DataSource dataSource, JdbcCitizenReader citizens, Duration timeout) {
        this.dataSource = dataSource;
        this.citizens = citizens;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public CitizenLookup findCitizen(PersonKey key, Set<FieldPath> wanted) {
        JdbcCitizenQuery query = known(citizenQueries, wanted, JdbcCitizenQuery::new);
        PersonMatcher.Wanted person = PersonMatcher.Wanted.of(key);
        return ask(new JdbcPendingLookup<>(
                query,
                key.number(),
                row -> query.lookup(row, person),
                new CitizenLookup.Absent(ResultStatus.NOT_FOUND)));
    }

    @Override
    public HouseholdLookup findHousehold(PersonKey key, Set<FieldPath> wanted) {
        JdbcHouseholdQuery query = known(householdQueries, wanted, JdbcHouseholdQuery::new);
        return ask(query.sql(), key.number().digits(), row -> household(key, query, row));
    }

    @Override
    public Optional<RegisteredPerson> findPerson(PersonalId number) {
        return ask(new JdbcPendingLookup<>(PERSON_QUERY, number, PERSON_QUERY::read, Optional.empty()));
    }

    private static HouseholdLookup household(PersonKey key, JdbcHouseholdQuery query, ResultSet row)
            throws SQLException {
        if (!row.next()) {
            return new HouseholdLookup.Absent(ResultStatus.NOT_FOUND);
        }
        ResultStatus status = PersonMatcher.match(PersonMatcher.Wanted.of(key), JdbcColumns.recorded(row));
        if (!status.isFound()) {
            return new HouseholdLookup.Absent(status);
        }
        Household household = query.read(row);
        return household == null
                ? new HouseholdLookup.Absent(ResultStatus.NOT_FOUND)
                : new HouseholdLookup.Found(status, household);
    }

    /** With the questions of others, and by itself where that failed. */
    private <T> T ask(JdbcPendingLookup<T> lookup) {
        return citizens.find(lookup)
                .orElseGet(() -> ask(
                        lookup.query().sql(), lookup.number(), row -> row.next() ? lookup.read(row) : lookup.absent()));
    }

    private <T> T ask(String sql, String digits, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            // A limit on the socket costs nothing; a query timeout would start a timer for every look-up.
            connection.setNetworkTimeout(Runnable::run, timeoutMillis);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, digits);
                try (ResultSet row = statement.executeQuery()) {
                    return reading.read(row);
                }
            }
        } catch (SQLException e) {
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, e);
        }
    }

    private static <Q> Q known(
            Map<Set<FieldPath>, Q> queries, Set<FieldPath> wanted, Function<Set<FieldPath>, Q> making) {
        Q query = queries.get(wanted);
        if (query != null) {
            return query;
        }
        Set<FieldPath> key = Set.copyOf(wanted);
        return queries.size() < MAX_CACHED_QUERIES ? queries.computeIfAbsent(key, making) : making.apply(key);
    }

    /** Reads what a statement gave. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
