package vn.dancu.bus.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
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
            select exists (select 1 from audit.event e
                where (e.xid, e.seq) > (?::text::xid8, ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by e.xid, e.seq offset ? limit 1)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final JdbcTrailReader trail;
    private final JdbcSealKeys keys;
    private final Clock clock;

    JdbcSealer(JdbcTemplate jdbc, TransactionTemplate transactions, JdbcSealKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.trail = new JdbcTrailReader(jdbc);
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
    Outcome seal(boolean partial) {
        return Objects.requireNonNull(transactions.execute(status -> {
            limitNetworkTime();
            return is("select pg_try_advisory_xact_lock(" + LOCK + ")") ? sealNext(partial) : Outcome.NOTHING;
        }));
    }

    /** When the oldest unsealed record occurred, other than events of seals; null when all are sealed. */
    @Nullable
    Instant oldestUnsealed() {
        TrailPosition after = trail.lastSeal().position();
        Timestamp oldest = jdbc.queryForObject(OLDEST, Timestamp.class, after.xidText(), after.seq());
        return oldest == null ? null : oldest.toInstant();
    }

    private Outcome sealNext(boolean partial) {
        JdbcTrailReader.LastSeal last = trail.lastSeal();
        TrailPosition after = last.position();
        refuseRestoredDatabase(after);
        if (!partial && !is(FULL, after.xidText(), after.seq(), Seal.MAX_RECORDS - 1)) {
            return Outcome.NOTHING;
        }
        List<SealedRecord> records = trail.recordsToSeal(after, Seal.MAX_RECORDS);
        boolean full = records.size() == Seal.MAX_RECORDS;
        if (records.stream().allMatch(record -> record.kind() == RecordKind.SEAL) && !full) {
            return Outcome.NOTHING;
        }
        SealedBatch batch = batch(last, records);
        UUID id = UUID.randomUUID();
        jdbc.update(EVENT, id, batch.seal().sealedAt().atOffset(ZoneOffset.UTC), event(id, batch));
        JdbcSeals.insert(jdbc, batch);
        return new Outcome(records.size(), full);
    }

    private SealedBatch batch(JdbcTrailReader.LastSeal last, List<SealedRecord> records) {
        JdbcSealKeys.SigningKey signing = keys.current();
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

    private static String event(UUID id, SealedBatch batch) {
        byte[] json = CloudEvent.json(
                "vn.dancu.seal.v1", id, batch.seal().sealedAt(), null, to -> EvidenceJson.writeSeal(to, batch));
        return new String(json, StandardCharsets.UTF_8);
    }

    /** The numbers of transactions start again in a database restored from a dump; new records would never be sealed. */
    private void refuseRestoredDatabase(TrailPosition after) {
        if (is("select ?::text::xid8 >= pg_snapshot_xmax(pg_current_snapshot())", after.xidText())) {
            throw new IllegalStateException("audit.seal is ahead of this database: was it restored from another?");
        }
    }

    private boolean is(String condition, Object... values) {
        return Boolean.TRUE.equals(jdbc.queryForObject(condition, Boolean.class, values));
    }

    /** The pool resets the timeout when the connection returns. */
    private void limitNetworkTime() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MS);
            return true;
        });
    }
}
