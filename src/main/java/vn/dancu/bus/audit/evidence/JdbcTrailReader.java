package vn.dancu.bus.audit.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;
import vn.dancu.bus.kernel.Sha256;

/** Reads the tables of the trail. */
final class JdbcTrailReader implements TrailReader {

    private static final String RECORD_COLUMNS =
            """
            e.xid::text as xid, e.seq, e.id, e.kind, (extract(epoch from e.occurred_at) * 1000000)::bigint as micros,
            e.partner, e.service, e.officer, e.result, e.person_hash, e.person_sealed, e.key_period, e.event
            """;

    private static final String BY_ID =
            "select " + RECORD_COLUMNS + " from audit.event e where e.id = ? order by e.xid, e.seq";

    /** Only rows of transactions before the oldest one in progress: no row can be committed before them later. */
    private static final String UNSEALED = "select " + RECORD_COLUMNS
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

    private static final String DROPPED_MONTHS =
            "select distinct kind, month from audit.archive where dropped_at is not null order by kind, month";

    private static final String LAST_SEAL =
            "select number, hash, last_xid::text, last_seq from audit.seal order by number desc limit 1";

    private final JdbcTemplate jdbc;

    JdbcTrailReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SealKey> keys() {
        return jdbc.query(
                "select number, public_key from audit.seal_key order by number",
                (rs, row) -> new SealKey(rs.getInt(1), rs.getBytes(2)));
    }

    @Override
    public List<TrailMonth> droppedMonths() {
        return jdbc.query(
                DROPPED_MONTHS,
                (rs, row) -> new TrailMonth(RecordKind.valueOf(rs.getString("kind")), rs.getInt("month")));
    }

    @Override
    public List<SealedBatch> sealsFrom(long number, int limit) {
        return seals("s.number >= ? order by s.number limit ?", number, limit);
    }

    @Override
    public List<SealedBatch> sealsBefore(long number, int limit) {
        return seals("s.number < ? order by s.number desc limit ?", number, limit);
    }

    @Override
    public List<SealedBatch> sealCovering(TrailPosition position) {
        return seals(
                "(s.last_xid, s.last_seq) >= (?::text::xid8, ?) order by s.last_xid, s.last_seq limit 1",
                position.xidText(),
                position.seq());
    }

    private List<SealedBatch> seals(String condition, Object... values) {
        return jdbc.query(JdbcSeals.SELECT + condition, (rs, row) -> JdbcSeals.batch(rs), values);
    }

    /** The last seal, without its entries. */
    record LastSeal(long number, String hash, TrailPosition position) {

        /** Before the first seal. */
        static final LastSeal NONE = new LastSeal(0, Seal.NONE, TrailPosition.START);
    }

    LastSeal lastSeal() {
        return jdbc
                .query(
                        LAST_SEAL,
                        (rs, row) -> new LastSeal(
                                rs.getLong(1),
                                HexFormat.of().formatHex(rs.getBytes(2)),
                                TrailPosition.of(rs.getString(3), rs.getInt(4))))
                .stream()
                .findFirst()
                .orElse(LastSeal.NONE);
    }

    /** Records after the position, at most {@code limit}, before which none can be committed any more. */
    List<SealedRecord> recordsToSeal(TrailPosition after, int limit) {
        return jdbc.query(UNSEALED, (rs, row) -> record(rs), after.xidText(), after.seq(), limit);
    }

    @Override
    public List<SealedRecord> records(UUID id) {
        return jdbc.query(BY_ID, (rs, row) -> record(rs), id);
    }

    @Override
    public List<SealedRecord> records(TrailPosition after, TrailPosition to) {
        return records("audit.event", after, to);
    }

    @Override
    public List<SealedRecord> records(TrailMonth month, TrailPosition after, TrailPosition to) {
        return records(month.table(), after, to);
    }

    private List<SealedRecord> records(String table, TrailPosition after, TrailPosition to) {
        return jdbc.query(
                "select " + RECORD_COLUMNS + " from " + table + " e" + BETWEEN,
                (rs, row) -> record(rs),
                after.xidText(),
                after.seq(),
                to.xidText(),
                to.seq(),
                after.xidText(),
                to.xidText());
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
}
