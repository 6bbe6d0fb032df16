package vn.dancu.bus.audit.evidence.retention;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.audit.event.TrailPosition;
import vn.dancu.bus.audit.evidence.TrailReader;
import vn.dancu.bus.audit.evidence.file.EvidenceWriter;
import vn.dancu.bus.audit.evidence.file.OpenPgp;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;

/** Writes a month to an archive file (JSON Lines, Zstandard, OpenPGP) and beside it a manifest in clear. */
final class ArchiveWriter {

    /** Seals in memory at a time. */
    private static final int READ_BATCH = 16;

    private final TrailReader trail;
    private final Path folder;
    private final Path publicKey;
    private final Clock clock;

    ArchiveWriter(TrailReader trail, Path folder, Path publicKey, Clock clock) {
        this.trail = trail;
        this.folder = folder;
        this.publicKey = publicKey;
        this.clock = clock;
    }

    /** The first and the last record of a month. */
    record Bounds(TrailPosition first, TrailPosition last) {}

    /** Writes the file and its manifest and returns the description of the file. */
    Retention.Archived write(TrailMonth month, int part, Bounds bounds) throws IOException {
        Files.createDirectories(folder);
        PGPPublicKey recipient = OpenPgp.recipient(publicKey);
        String name = "dancu-audit-" + month.label() + "-" + part + ".jsonl.zst.pgp";
        Path path = folder.resolve(name);
        Content content;
        byte[] sha256;
        try (AtomicFile file = new AtomicFile(path)) {
            try (EvidenceWriter writer =
                    new EvidenceWriter(new ZstdOutputStream(OpenPgp.encrypt(file.out(), recipient)), true)) {
                content = write(writer, month, bounds);
            }
            sha256 = file.finish();
        }
        Retention.Archived archived = new Retention.Archived(
                month.kind(),
                month.number(),
                part,
                name,
                HexFormat.of().formatHex(sha256),
                Files.size(path),
                content.records(),
                content.firstSeal(),
                content.lastSeal(),
                OpenPgp.fingerprint(recipient),
                Instant.now(clock),
                null);
        manifest(archived);
        return archived;
    }

    private record Content(long records, long firstSeal, long lastSeal) {}

    private Content write(EvidenceWriter writer, TrailMonth month, Bounds bounds) throws IOException {
        writer.head(Instant.now(clock), month, trail.droppedMonths(), trail.keys());
        List<SealedBatch> batches = trail.sealCovering(bounds.first());
        TrailPosition after = TrailPosition.START;
        long firstSeal = 0;
        long lastSeal = 0;
        while (!batches.isEmpty() && !batches.get(0).seal().first().isAfter(bounds.last())) {
            for (SealedBatch batch : batches) {
                List<SealedRecord> records =
                        trail.records(month, after, batch.seal().last());
                after = batch.seal().last();
                if (!records.isEmpty() || has(batch, month)) {
                    write(writer, batch, records);
                    lastSeal = batch.seal().number();
                    firstSeal = firstSeal == 0 ? lastSeal : firstSeal;
                }
            }
            long next = batches.get(batches.size() - 1).seal().number() + 1;
            batches = trail.sealsFrom(next, READ_BATCH);
        }
        writer.end();
        return new Content(writer.records(), firstSeal, lastSeal);
    }

    private static void write(EvidenceWriter writer, SealedBatch batch, List<SealedRecord> records) throws IOException {
        writer.seal(batch);
        for (SealedRecord record : records) {
            writer.record(record);
        }
    }

    private static boolean has(SealedBatch batch, TrailMonth month) {
        return batch.entries().stream()
                .anyMatch(entry -> entry.kind() == month.kind() && entry.month() == month.number());
    }

    /** Describes the file for people who cannot decrypt it. */
    private void manifest(Retention.Archived archived) throws IOException {
        try (AtomicFile file = new AtomicFile(folder.resolve(archived.file() + ".manifest.json"));
                JsonGenerator to = new JsonFactory().createGenerator(file.out()).useDefaultPrettyPrinter()) {
            to.writeStartObject();
            to.writeStringField("format", "dancu-archive/v1");
            to.writeStringField("file", archived.file());
            to.writeStringField("sha256", archived.sha256());
            to.writeNumberField("bytes", archived.bytes());
            to.writeStringField("kind", archived.kind().name());
            to.writeNumberField("month", archived.month());
            to.writeNumberField("part", archived.part());
            to.writeNumberField("records", archived.records());
            to.writeNumberField("firstSeal", archived.firstSeal());
            to.writeNumberField("lastSeal", archived.lastSeal());
            to.writeStringField("recipient", archived.recipient());
            to.writeStringField("archivedAt", archived.archivedAt().toString());
            to.writeEndObject();
            to.flush();
            byte[] unused = file.finish();
        }
    }
}
