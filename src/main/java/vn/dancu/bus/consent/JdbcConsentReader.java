package vn.dancu.bus.consent;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.dancu.bus.batch.BatchConsumer;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;

/**
 * Reads the consents of many questions in one statement. Nothing is kept in memory, so that a withdrawal on any instance counts for
 * the very next question; questions under grants that need no consent never come here.
 */
final class JdbcConsentReader extends BatchConsumer<PendingConsentCheck> implements ConsentCheck {

    private static final int MAX_WAITING = 1_024;
    private static final int MAX_BATCH = 64;

    /** As in the register: a statement costs several times what a person in it costs. */
    private static final Duration MIN_PAUSE = Duration.ofNanos(300_000);

    private static final String IN_FORCE =
            """
            select asked.place, those.consented
            from unnest(?::text[], ?::bytea[], ?::text[]) with ordinality as asked (partner, person_hash, purpose, place)
            join consent.consent those on those.person_hash = asked.person_hash and those.partner = asked.partner
                and those.purpose = asked.purpose and those.state = 'GIVEN' and those.ends_at > ?
            """;

    private final DataSource dataSource;
    private final Function<PersonalId, byte[]> hash;
    private final Duration timeout;
    private final Clock clock;
    private final DistributionSummary batches;

    JdbcConsentReader(
            DataSource dataSource,
            Function<PersonalId, byte[]> hash,
            Duration timeout,
            Clock clock,
            QuestionsInFlight questions,
            MeterRegistry registry) {
        super(MAX_WAITING, MAX_BATCH, MIN_PAUSE, questions::count, List.of("dancu-consent-read"));
        this.dataSource = dataSource;
        this.hash = hash;
        this.timeout = timeout;
        this.clock = clock;
        this.batches = DistributionSummary.builder("dancu.consent.batch")
                .description("Questions whose consent one statement looked for")
                .register(registry);
    }

    @Override
    public Set<FieldPath> inForce(PartnerId partner, PersonalId person, Purpose purpose) {
        PendingConsentCheck pending = new PendingConsentCheck(partner, hash.apply(person), purpose);
        if (!isRunning()) {
            throw new BusException(ErrorCode.POLICY_UNAVAILABLE, null);
        }
        if (!offer(pending)) {
            throw new BusException(ErrorCode.OVERLOADED, null);
        }
        return pending.await(timeout);
    }

    @Override
    protected boolean isAwaited(PendingConsentCheck pending) {
        return !pending.isDone();
    }

    @Override
    protected void consume(List<PendingConsentCheck> batch) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            read(connection, batch);
            batches.record(batch.size());
        } catch (SQLException | RuntimeException e) {
            batch.forEach(pending -> pending.fail(e));
        }
    }

    private void read(Connection connection, List<PendingConsentCheck> batch) throws SQLException {
        Map<String, List<PendingConsentCheck>> alike = batch.stream()
                .collect(Collectors.groupingBy(PendingConsentCheck::key, LinkedHashMap::new, Collectors.toList()));
        List<List<PendingConsentCheck>> places = new ArrayList<>(alike.values());
        List<PendingConsentCheck> asked =
                places.stream().map(same -> same.get(0)).toList();
        try (PreparedStatement statement = connection.prepareStatement(IN_FORCE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            asked.stream().map(it -> it.partner().value()).toArray(String[]::new)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            asked.stream().map(PendingConsentCheck::person).toArray(byte[][]::new)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            asked.stream().map(it -> it.purpose().value()).toArray(String[]::new)));
            statement.setTimestamp(4, Timestamp.from(clock.instant()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Set<FieldPath> fields = Arrays.stream(
                                    (String[]) row.getArray("consented").getArray())
                            .map(FieldPath::of)
                            .collect(Collectors.toSet());
                    places.get(row.getInt("place") - 1).forEach(it -> it.add(fields));
                }
            }
        }
        batch.forEach(PendingConsentCheck::end);
    }
}
