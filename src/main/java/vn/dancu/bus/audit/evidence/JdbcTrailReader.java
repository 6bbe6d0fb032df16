package vn.dancu.bus.audit.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;

/** Reads the tables of the trail. */
final class JdbcTrailReader implements TrailReader {

    private static final String DROPPED_MONTHS =
            "select distinct kind, month from audit.archive where dropped_at is not null order by kind, month";

    private final JdbcTemplate jdbc;

    JdbcTrailReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SealKey> keys() {
        return on(JdbcSealKeys::all).stream()
                .map(key -> new SealKey(key.number(), key.publicKey()))
                .toList();
    }

    @Override
    public List<TrailMonth> droppedMonths() {
        return jdbc.query(
                DROPPED_MONTHS,
                (rs, row) -> new TrailMonth(RecordKind.valueOf(rs.getString("kind")), rs.getInt("month")));
    }

    @Override
    public List<SealedBatch> sealsFrom(long number, int limit) {
        return on(connection -> JdbcSeals.from(connection, number, limit));
    }

    @Override
    public List<SealedBatch> sealBefore(long number) {
        return on(connection -> JdbcSeals.before(connection, number));
    }

    @Override
    public List<SealedBatch> sealCovering(TrailPosition position) {
        return on(connection -> JdbcSeals.covering(connection, position));
    }

    @Override
    public List<SealedRecord> records(UUID id) {
        return on(connection -> JdbcSealedRecords.byId(connection, id));
    }

    @Override
    public List<SealedRecord> records(TrailPosition after, TrailPosition to) {
        return on(connection -> JdbcSealedRecords.between(connection, "audit.event", after, to));
    }

    @Override
    public List<SealedRecord> records(TrailMonth month, TrailPosition after, TrailPosition to) {
        return on(connection -> JdbcSealedRecords.between(connection, month.table(), after, to));
    }

    private interface Query<T> {
        List<T> on(Connection connection) throws SQLException;
    }

    private <T> List<T> on(Query<T> query) {
        List<T> found = jdbc.execute((Connection connection) -> query.on(connection));
        return found == null ? List.of() : found;
    }
}
