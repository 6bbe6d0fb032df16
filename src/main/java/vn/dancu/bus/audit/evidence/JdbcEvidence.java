package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Evidence from the tables. */
final class JdbcEvidence implements Evidence {

    private static final int FEW = 16;
    private static final String BY_ID =
            "select " + JdbcRecords.COLUMNS + " from audit.event e where e.id = ? order by e.xid, e.seq";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final JdbcSealKeys keys;
    private final Acts acts;
    private final Clock clock;

    JdbcEvidence(JdbcTemplate jdbc, TransactionTemplate transactions, JdbcSealKeys keys, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public List<Summary> seals(long after, int limit) {
        return on(connection -> JdbcSeals.from(connection, after + 1, limit)).stream()
                .map(JdbcEvidence::summary)
                .toList();
    }

    @Override
    public List<SealKey> keys() {
        return on(JdbcSealKeys::all);
    }

    @Override
    public byte[] proof(Actor actor, UUID id) {
        SealedRecord record = on(connection -> byId(connection, id)).stream()
                .findFirst()
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        SealedBatch batch = on(connection -> JdbcSeals.covering(connection, record.position())).stream()
                .filter(seal -> place(seal, id) >= 0)
                .findFirst()
                .orElseThrow(() ->
                        BusException.of(ErrorCode.RESOURCE_UNKNOWN, "seal", "no seal covers the record, or not yet"));
        act(
                actor,
                "audit.record_proved",
                "event/" + id,
                Map.of("seal", Long.toString(batch.seal().number())));
        SealKey signer = keys().stream()
                .filter(key -> key.number() == batch.seal().key())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Each seal has its key"));
        return proof(record, batch, signer, place(batch, id));
    }

    @Override
    public void announceExport(Actor actor, long from, long to) {
        for (long number : new long[] {from, to}) {
            List<SealedBatch> found = on(connection -> JdbcSeals.from(connection, number, 1));
            if (from > to || found.isEmpty() || number < 1) {
                throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "seal", "one of the seals there are");
            }
        }
        act(actor, "audit.evidence_exported", "seal/" + from + "-" + to, Map.of());
    }

    @Override
    public void export(long from, long to, OutputStream out) throws IOException {
        try (EvidenceWriting writing = new EvidenceWriting(new GZIPOutputStream(out, 1 << 16), false)) {
            writing.head(Instant.now(clock), null, on(JdbcMonths::dropped), keys());
            Position after = on(connection -> before(connection, from));
            for (long next = from; next <= to; ) {
                long begin = next;
                List<SealedBatch> batches = on(connection -> JdbcSeals.from(connection, begin, FEW));
                for (SealedBatch batch : batches) {
                    if (batch.seal().number() <= to) {
                        after = write(writing, after, batch);
                    }
                }
                next = batches.isEmpty()
                        ? to + 1
                        : batches.get(batches.size() - 1).seal().number() + 1;
            }
            writing.end();
        }
    }

    @Override
    public SealKey newKey(Actor actor) {
        return transactions.execute(status -> {
            SealKey key = on(connection -> keys.next(connection, actor.name())).key();
            acts.record(new Act(
                    actor,
                    "audit.seal_key_made",
                    null,
                    "seal-key/" + key.number(),
                    Map.of("fingerprint", key.fingerprint())));
            return key;
        });
    }

    private Position write(EvidenceWriting writing, Position after, SealedBatch batch) throws IOException {
        writing.seal(batch);
        Position last = batch.seal().last();
        for (SealedRecord record : on(connection -> JdbcRecords.between(connection, after, last))) {
            writing.record(record);
        }
        return last;
    }

    private static Position before(Connection connection, long number) throws SQLException {
        List<SealedBatch> before = number == 1 ? List.of() : JdbcSeals.before(connection, number);
        return before.isEmpty() ? Position.START : before.get(0).seal().last();
    }

    private static byte[] proof(SealedRecord record, SealedBatch batch, SealKey key, int place) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (JsonGenerator to = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            to.writeStartObject();
            to.writeStringField("format", EvidenceJson.PROOF);
            to.writeObjectFieldStart("record");
            EvidenceJson.writeRecord(to, record, false);
            to.writeEndObject();
            to.writeNumberField("index", place);
            to.writeArrayFieldStart("path");
            for (byte[] hash :
                    MerkleTree.path(batch.entries().stream().map(Entry::leaf).toList(), place)) {
                to.writeString(Hashes.hex(hash));
            }
            to.writeEndArray();
            to.writeObjectFieldStart("seal");
            EvidenceJson.writeSeal(to, batch);
            to.writeEndObject();
            to.writeObjectFieldStart("key");
            EvidenceJson.writeKey(to, key);
            to.writeEndObject();
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static int place(SealedBatch batch, UUID id) {
        return batch.entries().stream().map(Entry::id).toList().indexOf(id);
    }

    private static List<SealedRecord> byId(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setObject(1, id);
            return JdbcRecords.records(statement);
        }
    }

    private static Summary summary(SealedBatch batch) {
        Seal seal = batch.seal();
        return new Summary(
                seal.number(),
                batch.statedHash(),
                seal.previous(),
                seal.records(),
                seal.sealedAt(),
                seal.key(),
                batch.timeStamp() != null);
    }

    private void act(Actor actor, String action, String subject, Map<String, String> detail) {
        transactions.executeWithoutResult(status -> acts.record(new Act(actor, action, null, subject, detail)));
    }

    /** What reads or writes on a connection, that of the transaction where there is one. */
    private interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T on(Use<T> use) {
        T result = jdbc.execute((Connection connection) -> use.with(connection));
        if (result == null) {
            throw new IllegalStateException("A use of a connection gives something back");
        }
        return result;
    }
}
