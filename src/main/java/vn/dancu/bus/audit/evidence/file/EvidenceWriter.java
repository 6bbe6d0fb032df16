package vn.dancu.bus.audit.evidence.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;

/** Writes an evidence file of many records, line by line. */
public final class EvidenceWriter implements AutoCloseable {

    private final JsonGenerator to;
    private final boolean whole;
    private long seals;
    private long records;
    private @Nullable String lastSeal;

    /** @param whole whether the file holds the sealed persons, or only their hashes */
    public EvidenceWriter(OutputStream to, boolean whole) throws IOException {
        this.to = new JsonFactory().createGenerator(to);
        this.to.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.whole = whole;
    }

    /** The first lines: when, which month alone, which months are gone, and the keys. */
    public void head(Instant at, @Nullable TrailMonth scope, List<TrailMonth> removed, List<SealKey> keys)
            throws IOException {
        to.writeStartObject();
        to.writeStringField("line", "head");
        to.writeStringField("format", EvidenceJson.FORMAT);
        to.writeStringField("writtenAt", at.toString());
        if (scope != null) {
            to.writeFieldName("scope");
            month(scope);
        }
        to.writeArrayFieldStart("removed");
        for (TrailMonth one : removed) {
            month(one);
        }
        to.writeEndArray();
        to.writeEndObject();
        for (SealKey key : keys) {
            to.writeStartObject();
            to.writeStringField("line", "key");
            EvidenceJson.writeKey(to, key);
            to.writeEndObject();
        }
    }

    public void seal(SealedBatch batch) throws IOException {
        seals++;
        lastSeal = batch.seal().hash();
        to.writeStartObject();
        to.writeStringField("line", "seal");
        EvidenceJson.writeSeal(to, batch);
        EvidenceJson.writeEntries(to, batch);
        to.writeEndObject();
    }

    public void record(SealedRecord record) throws IOException {
        records++;
        to.writeStartObject();
        to.writeStringField("line", "record");
        EvidenceJson.writeRecord(to, record, whole);
        to.writeEndObject();
    }

    public void end() throws IOException {
        to.writeStartObject();
        to.writeStringField("line", "end");
        to.writeNumberField("seals", seals);
        to.writeNumberField("records", records);
        if (lastSeal != null) {
            to.writeStringField("lastSeal", lastSeal);
        }
        to.writeEndObject();
        to.writeRaw('\n');
    }

    public long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        to.close();
    }

    private void month(TrailMonth month) throws IOException {
        to.writeStartObject();
        to.writeStringField("kind", month.kind().name());
        to.writeNumberField("month", month.number());
        to.writeEndObject();
    }
}
