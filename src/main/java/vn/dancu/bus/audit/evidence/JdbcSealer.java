package vn.dancu.bus.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.CloudEvent;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.file.EvidenceJson;
import vn.dancu.bus.audit.evidence.seal.Ed25519;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;

/**
 * Seals one batch in a transaction that reads first and writes two rows at its end, so that no append waits for it. A lock
 * lets one instance seal at a time; should it fail, the unique numbers and previous hashes refuse a second seal.
 */
final class JdbcSealer {

    private static final long LOCK = 0x64616E6375_03L;
    private static final int NETWORK_TIMEOUT_MS = 30_000;

    private static final String EVENT =
            """
            insert into audit.event (seq, id, kind, occurred_at, officer, result, event)
            values (0, ?, 'SEAL', ?, 'dancu-bus', 'sealed', ?)
            """;

    private static final String OLDEST =
            """
            select min(occurred_at) from (select e.occurred_at from audit.event e
                where (e.xid, e.seq) > (?::text::xid8, ?) and e.kind <> 'SEAL'
                order by e.xid, e.seq limit 1) as oldest
            """;

    private static final String FULL =
            """
            select 1 from audit.event e
            where (e.xid, e.seq) > (?::text::xid8, ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.xid, e.seq offset ? limit 1
            """;

    private final DataSource dataSource;
    private final JdbcSealKeys keys;
    private final Clock clock;

    JdbcSealer(DataSource dataSource, JdbcSealKeys keys, Clock clock) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What a run sealed.
     *
     * @param again whether another batch may be full already
     */
    record Outcome(int records, boolean again) {
        static final Outcome NOTHING = new Outcome(0, false);
    }

    /**
     * Seals the next records.
     *
     * @param partial whether fewer records than a full batch are sealed as well
     */
    Outcome seal(boolean partial) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MS);
            connection.setAutoCommit(false);
            try {
                Outcome outcome = lock(connection) ? sealOn(connection, partial) : Outcome.NOTHING;
                connection.commit();
                return outcome;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** When the oldest unsealed record occurred, other than events of seals; null when all are sealed. */
    @Nullable
    Instant oldestUnsealed() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OLDEST)) {
            TrailPosition after = JdbcSeals.last(connection).position();
            statement.setString(1, after.xidText());
            statement.setInt(2, after.seq());
            try (ResultSet rs = statement.executeQuery()) {
                return rs.next() && rs.getTimestamp(1) != null
                        ? rs.getTimestamp(1).toInstant()
                        : null;
            }
        }
    }

    private Outcome sealOn(Connection connection, boolean partial) throws SQLException {
        JdbcSeals.Last last = JdbcSeals.last(connection);
        TrailPosition after = last.position();
        refuseRestoredDatabase(connection, after);
        if (!partial && !isFull(connection, after)) {
            return Outcome.NOTHING;
        }
        List<SealedRecord> records = JdbcSealedRecords.next(connection, after, Seal.MAX_RECORDS);
        boolean full = records.size() == Seal.MAX_RECORDS;
        if (records.stream().allMatch(record -> record.kind() == RecordKind.SEAL) && !full) {
            return Outcome.NOTHING;
        }
        write(connection, batch(connection, last, records));
        return new Outcome(records.size(), full);
    }

    private SealedBatch batch(Connection connection, JdbcSeals.Last last, List<SealedRecord> records)
            throws SQLException {
        JdbcSealKeys.SigningKey signing = keys.current(connection);
        List<SealedEntry> entries = records.stream().map(SealedEntry::of).toList();
        Seal seal = new Seal(
                last.number() + 1,
                last.hash(),
                records.get(0).position(),
                records.get(records.size() - 1).position(),
                records.size(),
                SealedEntry.root(entries),
                SealedEntry.listing(entries),
                Instant.now(clock),
                signing.key().number(),
                signing.key().fingerprint());
        byte[] signature = Ed25519.sign(signing.privateKey(), seal.signedText());
        return new SealedBatch(seal, seal.hash(), signature, entries, null);
    }

    private void write(Connection connection, SealedBatch batch) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement statement = connection.prepareStatement(EVENT)) {
            statement.setObject(1, id);
            statement.setObject(2, batch.seal().sealedAt().atOffset(ZoneOffset.UTC));
            statement.setString(3, event(id, batch));
            statement.executeUpdate();
        }
        JdbcSeals.insert(connection, batch);
    }

    private static String event(UUID id, SealedBatch batch) {
        byte[] json = CloudEvent.json(
                "vn.dancu.seal.v1", id, batch.seal().sealedAt(), null, to -> EvidenceJson.writeSeal(to, batch));
        return new String(json, StandardCharsets.UTF_8);
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return rs.next() && rs.getBoolean(1);
        }
    }

    /** The numbers of transactions start again in a database restored from a dump; new records would never be sealed. */
    private static void refuseRestoredDatabase(Connection connection, TrailPosition after) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select ?::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot())")) {
            statement.setString(1, after.xidText());
            try (ResultSet rs = statement.executeQuery()) {
                if (rs.next() && rs.getBoolean(1)) {
                    throw new IllegalStateException(
                            "audit.seal is ahead of this database: was it restored from another?");
                }
            }
        }
    }

    private static boolean isFull(Connection connection, TrailPosition after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FULL)) {
            statement.setString(1, after.xidText());
            statement.setInt(2, after.seq());
            statement.setInt(3, Seal.MAX_RECORDS - 1);
            try (ResultSet rs = statement.executeQuery()) {
                return rs.next();
            }
        }
    }
}
