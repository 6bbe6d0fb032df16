package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.file.EvidenceJson;
import vn.dancu.bus.audit.evidence.file.EvidenceWriter;
import vn.dancu.bus.audit.evidence.seal.MerkleTree;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Evidence from the tables of the trail. */
final class JdbcEvidence implements Evidence {

    /** Seals in memory at a time during an export. */
    private static final int EXPORT_BATCH = 16;

    private static final int GZIP_BUFFER_BYTES = 1 << 16;

    private final TrailReader trail;
    private final TransactionTemplate transactions;
    private final JdbcSealKeys keys;
    private final Acts acts;
    private final Clock clock;

    JdbcEvidence(TrailReader trail, TransactionTemplate transactions, JdbcSealKeys keys, Acts acts, Clock clock) {
        this.trail = trail;
        this.transactions = transactions;
        this.keys = keys;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public List<SealSummary> seals(long after, int limit) {
        return trail.sealsFrom(after + 1, limit).stream()
                .map(JdbcEvidence::summary)
                .toList();
    }

    @Override
    public List<SealSummary> newestSeals(long before, int limit) {
        return trail.sealsBefore(before, limit).stream()
                .map(JdbcEvidence::summary)
                .toList();
    }

    @Override
    public List<KeySummary> keys() {
        return keys.all();
    }

    @Override
    public byte[] proof(Actor actor, UUID id) {
        SealedRecord record = trail.records(id).stream()
                .findFirst()
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        SealedBatch batch = trail.sealCovering(record.position()).stream()
                .filter(seal -> index(seal, id) >= 0)
                .findFirst()
                .orElseThrow(() ->
                        BusException.of(ErrorCode.RESOURCE_UNKNOWN, "seal", "no seal covers the record, or not yet"));
        act(
                actor,
                "audit.record_proved",
                "event/" + id,
                Map.of("seal", Long.toString(batch.seal().number())));
        SealKey signer = trail.keys().stream()
                .filter(key -> key.number() == batch.seal().key())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A seal is signed with a key that is not stored"));
        return proof(record, batch, signer, index(batch, id));
    }

    @Override
    public void announceExport(Actor actor, long from, long to) {
        for (long number : new long[] {from, to}) {
            if (from > to || number < 1 || trail.sealsFrom(number, 1).isEmpty()) {
                throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "seal", "one of the seals there are");
            }
        }
        act(actor, "audit.evidence_exported", "seal/" + from + "-" + to, Map.of());
    }

    @Override
    public void export(long from, long to, OutputStream out) throws IOException {
        try (EvidenceWriter writer = new EvidenceWriter(new GZIPOutputStream(out, GZIP_BUFFER_BYTES), false)) {
            writer.head(Instant.now(clock), null, trail.droppedMonths(), trail.keys());
            List<SealedBatch> previous = trail.sealsBefore(from, 1);
            TrailPosition after = previous.isEmpty()
                    ? TrailPosition.START
                    : previous.get(0).seal().last();
            for (long next = from; next <= to; ) {
                List<SealedBatch> batches = trail.sealsFrom(next, EXPORT_BATCH);
                for (SealedBatch batch : batches) {
                    if (batch.seal().number() <= to) {
                        writer.seal(batch);
                        for (SealedRecord record :
                                trail.records(after, batch.seal().last())) {
                            writer.record(record);
                        }
                        after = batch.seal().last();
                    }
                }
                next = batches.isEmpty()
                        ? to + 1
                        : batches.get(batches.size() - 1).seal().number() + 1;
            }
            writer.end();
        }
    }

    @Override
    public void brokeOff(Actor actor, String subject) {
        act(actor, "audit.download_broke_off", subject, Map.of());
    }

    @Override
    public KeySummary newKey(Actor actor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            KeySummary key = keys.next(actor.name()).key();
            acts.record(new Act(
                    actor,
                    "audit.seal_key_made",
                    null,
                    "seal-key/" + key.number(),
                    Map.of("fingerprint", key.fingerprint())));
            return key;
        }));
    }

    private static byte[] proof(SealedRecord record, SealedBatch batch, SealKey key, int index) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (JsonGenerator to = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            to.writeStartObject();
            to.writeStringField("format", EvidenceJson.PROOF);
            to.writeObjectFieldStart("record");
            EvidenceJson.writeRecord(to, record, false);
            to.writeEndObject();
            to.writeNumberField("index", index);
            to.writeArrayFieldStart("path");
            for (byte[] hash : MerkleTree.path(
                    batch.entries().stream().map(SealedEntry::leaf).toList(), index)) {
                to.writeString(HexFormat.of().formatHex(hash));
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

    private static int index(SealedBatch batch, UUID id) {
        return batch.entries().stream().map(SealedEntry::id).toList().indexOf(id);
    }

    private static SealSummary summary(SealedBatch batch) {
        Seal seal = batch.seal();
        return new SealSummary(
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
}
