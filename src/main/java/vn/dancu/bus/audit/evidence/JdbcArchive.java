package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.bouncycastle.openpgp.PGPPublicKey;
import vn.dancu.bus.audit.evidence.EvidenceWriting.Month;

/** Writes one month of one kind to a file: JSON Lines, Zstandard, OpenPGP; beside it a manifest in clear. */
final class JdbcArchive {

    private static final int FEW = 16;
    private static final String BOUNDS =
            """
            select (array_agg(xid::text order by xid, seq))[1], (array_agg(seq order by xid, seq))[1],
                (array_agg(xid::text order by xid desc, seq desc))[1], (array_agg(seq order by xid desc, seq desc))[1]
            from (
                (select xid, seq from %1$s order by xid, seq limit 1)
                union all (select xid, seq from %1$s order by xid desc, seq desc limit 1)) as ends
            """;

    private final DataSource dataSource;
    private final Path folder;
    private final Path publicKey;
    private final Clock clock;

    JdbcArchive(DataSource dataSource, Path folder, Path publicKey, Clock clock) {
        this.dataSource = dataSource;
        this.folder = folder;
        this.publicKey = publicKey;
        this.clock = clock;
    }

    /** The first and the last record of a month. */
    record Bounds(Position first, Position last) {}

    /** Writes the file and its manifest; what it is given back tells of them. */
    Retention.Archived write(Month month, int part, Bounds bounds) throws IOException, SQLException {
        Files.createDirectories(folder);
        PGPPublicKey recipient = OpenPgp.recipient(publicKey);
        String name = "dancu-audit-" + month.kind().word() + "-" + month.month() + "-" + part + ".jsonl.zst.pgp";
        Path path = folder.resolve(name);
        Written written;
        byte[] sha256;
        try (WholeFile file = new WholeFile(path)) {
            try (EvidenceWriting writing =
                    new EvidenceWriting(new ZstdOutputStream(OpenPgp.encrypt(file.out(), recipient)), true)) {
                written = write(writing, month, bounds);
            }
            sha256 = file.finish();
        }
        Retention.Archived archived = new Retention.Archived(
                month.kind(),
                month.month(),
                part,
                name,
                Hashes.hex(sha256),
                Files.size(path),
                written.records(),
                written.firstSeal(),
                written.lastSeal(),
                OpenPgp.fingerprint(recipient),
                Instant.now(clock),
                null);
        manifest(archived);
        return archived;
    }

    private record Written(long records, long firstSeal, long lastSeal) {}

    private Written write(EvidenceWriting writing, Month month, Bounds bounds) throws IOException, SQLException {
        try (Connection connection = dataSource.getConnection()) {
            writing.head(Instant.now(clock), month, JdbcMonths.dropped(connection), JdbcSealKeys.all(connection));
            List<SealedBatch> batches = JdbcSeals.covering(connection, bounds.first());
            Position after = Position.START;
            long firstSeal = 0;
            long lastSeal = 0;
            while (!batches.isEmpty() && !batches.get(0).seal().first().isAfter(bounds.last())) {
                for (SealedBatch batch : batches) {
                    List<SealedRecord> records =
                            between(connection, month, after, batch.seal().last());
                    after = batch.seal().last();
                    if (!records.isEmpty() || has(batch, month)) {
                        write(writing, batch, records);
                        lastSeal = batch.seal().number();
                        firstSeal = firstSeal == 0 ? lastSeal : firstSeal;
                    }
                }
                long next = batches.get(batches.size() - 1).seal().number() + 1;
                batches = JdbcSeals.from(connection, next, FEW);
            }
            writing.end();
            return new Written(writing.records(), firstSeal, lastSeal);
        }
    }

    private static void write(EvidenceWriting writing, SealedBatch batch, List<SealedRecord> records)
            throws IOException {
        writing.seal(batch);
        for (SealedRecord record : records) {
            writing.record(record);
        }
    }

    private static boolean has(SealedBatch batch, Month month) {
        return batch.entries().stream()
                .anyMatch(entry -> entry.kind() == month.kind() && entry.month() == month.month());
    }

    private static List<SealedRecord> between(Connection connection, Month month, Position after, Position to)
            throws SQLException {
        String select =
                "select " + JdbcRecords.COLUMNS + " from " + JdbcMonths.partition(month) + " e" + JdbcRecords.BETWEEN;
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            JdbcRecords.bind(statement, after, to);
            return JdbcRecords.records(statement);
        }
    }

    /** Where the month begins and ends in the order of the trail; empty when it has no records. */
    static List<Bounds> bounds(Connection connection, Month month) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BOUNDS.formatted(JdbcMonths.partition(month)));
                ResultSet rs = statement.executeQuery()) {
            if (!rs.next() || rs.getString(1) == null) {
                return List.of();
            }
            return List.of(
                    new Bounds(Position.of(rs.getString(1), rs.getInt(2)), Position.of(rs.getString(3), rs.getInt(4))));
        }
    }

    /** What somebody may know who cannot decrypt. */
    private void manifest(Retention.Archived archived) throws IOException {
        try (WholeFile file = new WholeFile(folder.resolve(archived.file() + ".manifest.json"));
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
