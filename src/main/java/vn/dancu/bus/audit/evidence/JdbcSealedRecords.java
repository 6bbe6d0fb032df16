package vn.dancu.bus.audit.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;
import vn.dancu.bus.kernel.Sha256;

/** Reads records with every column, in the order of the trail. */
final class JdbcSealedRecords {

    private static final String COLUMNS =
            """
            e.xid::text as xid, e.seq, e.id, e.kind, (extract(epoch from e.occurred_at) * 1000000)::bigint as micros,
            e.partner, e.service, e.officer, e.result, e.person_hash, e.person_sealed, e.key_period, e.event
            """;

    private static final String BY_ID =
            "select " + COLUMNS + " from audit.event e where e.id = ? order by e.xid, e.seq";

    /** Only rows of transactions before the oldest one in progress: no row can be committed before them later. */
    private static final String NEXT = "select " + COLUMNS
            + """
             from audit.event e
             where (e.xid, e.seq) > (?::text::xid8, ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
             order by e.xid, e.seq limit ?
            """;

    /**
     * The two conditions on xid alone follow from the others. Without them the planner expects a ninth of the table as the
     * result and reads all of it.
     */
    private static final String BETWEEN =
            """
             where (e.xid, e.seq) > (?::text::xid8, ?) and (e.xid, e.seq) <= (?::text::xid8, ?)
               and e.xid >= ?::text::xid8 and e.xid <= ?::text::xid8
             order by e.xid, e.seq, e.occurred_at, e.id
            """;

    /** Records after the position, at most {@code limit}, before which none can be committed any more. */
    static List<SealedRecord> next(Connection connection, TrailPosition after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, after.xidText());
            statement.setInt(2, after.seq());
            statement.setInt(3, limit);
            return records(statement);
        }
    }

    static List<SealedRecord> byId(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setObject(1, id);
            return records(statement);
        }
    }

    /** All records of the table after the one position, up to the other. */
    static List<SealedRecord> between(Connection connection, String table, TrailPosition after, TrailPosition to)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from " + table + " e" + BETWEEN)) {
            statement.setString(1, after.xidText());
            statement.setInt(2, after.seq());
            statement.setString(3, to.xidText());
            statement.setInt(4, to.seq());
            statement.setString(5, after.xidText());
            statement.setString(6, to.xidText());
            return records(statement);
        }
    }

    private static List<SealedRecord> records(PreparedStatement statement) throws SQLException {
        List<SealedRecord> records = new ArrayList<>();
        try (ResultSet rs = statement.executeQuery()) {
            while (rs.next()) {
                records.add(record(rs));
            }
        }
        return records;
    }

    private static SealedRecord record(ResultSet rs) throws SQLException {
        byte[] sealed = rs.getBytes("person_sealed");
        return new SealedRecord(
                TrailPosition.of(rs.getString("xid"), rs.getInt("seq")),
                rs.getObject("id", UUID.class),
                RecordKind.valueOf(rs.getString("kind")),
                Instant.EPOCH.plus(rs.getLong("micros"), ChronoUnit.MICROS),
                rs.getString("partner"),
                rs.getString("service"),
                rs.getString("officer"),
                rs.getString("result"),
                rs.getBytes("person_hash"),
                sealed,
                sealed == null ? null : Sha256.of(sealed),
                rs.getObject("key_period", Integer.class),
                rs.getString("event"));
    }

    private JdbcSealedRecords() {}
}
