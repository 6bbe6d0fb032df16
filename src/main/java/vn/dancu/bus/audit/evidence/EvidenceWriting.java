package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a file of many records line by line, as {@link Checking} reads it. */
final class EvidenceWriting implements AutoCloseable {

    private final JsonGenerator to;
    private final boolean whole;
    private long seals;
    private long records;
    private @Nullable String lastSeal;

    /** A month of one kind. */
    record Month(RecordKind kind, int month) {}

    /** @param whole with what is sealed of persons, else with its hashes alone */
    EvidenceWriting(OutputStream to, boolean whole) throws IOException {
        this.to = new JsonFactory().createGenerator(to);
        this.to.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.whole = whole;
    }

    void head(Instant at, @Nullable Month scope, List<Month> removed, List<SealKey> keys) throws IOException {
        to.writeStartObject();
        to.writeStringField("line", "head");
        to.writeStringField("format", EvidenceJson.FORMAT);
        to.writeStringField("writtenAt", at.toString());
        if (scope != null) {
            to.writeFieldName("scope");
            month(scope);
        }
        to.writeArrayFieldStart("removed");
        for (Month one : removed) {
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

    void seal(SealedBatch batch) throws IOException {
        seals++;
        lastSeal = batch.seal().hash();
        to.writeStartObject();
        to.writeStringField("line", "seal");
        EvidenceJson.writeSeal(to, batch);
        EvidenceJson.writeEntries(to, batch);
        to.writeEndObject();
    }

    void record(SealedRecord record) throws IOException {
        records++;
        to.writeStartObject();
        to.writeStringField("line", "record");
        EvidenceJson.writeRecord(to, record, whole);
        to.writeEndObject();
    }

    void end() throws IOException {
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

    long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        to.close();
    }

    private void month(Month month) throws IOException {
        to.writeStartObject();
        to.writeStringField("kind", month.kind().name());
        to.writeNumberField("month", month.month());
        to.writeEndObject();
    }
}
