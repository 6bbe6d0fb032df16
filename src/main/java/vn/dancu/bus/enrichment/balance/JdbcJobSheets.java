package vn.dancu.bus.enrichment.balance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.audit.evidence.SignedSheet;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.OutcomeCounts;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.kernel.Sha256;

/** Reads what chunks kept, one after the other, so that a job of any size takes the memory of one. */
final class JdbcJobSheets implements JobSheets {

    private static final String CHUNK = "select * from enrichment.chunk where job = ? and number = ?";
    private static final String RECORDS =
            "select line, record_id from enrichment.difference where job = ? and line between ? and ? and record_id is not null";

    private final JdbcTemplate jdbc;
    private final ClaimChecks claims;
    private final EvidenceSigner signer;
    private final Clock clock;

    JdbcJobSheets(JdbcTemplate jdbc, ClaimChecks claims, EvidenceSigner signer, Clock clock) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.signer = signer;
        this.clock = clock;
    }

    /** What a chunk kept. */
    private record KeptChunk(
            int number,
            long first,
            long last,
            int records,
            int accepted,
            OutcomeCounts counts,
            byte[] lines,
            byte[] refusals,
            byte[] outcomes) {}

    @Override
    public DrawnSheet draw(int job) throws IOException {
        List<Integer> chunks = jdbc.queryForList(
                "select number from enrichment.chunk where job = ? and merged_at is not null order by number",
                Integer.class,
                job);
        ChunkResults results = new ChunkResults(job, chunks);
        ClaimCheck result = claims.store(new SequenceInputStream(results), Long.MAX_VALUE);
        return new DrawnSheet(results.sheet(), result);
    }

    @Override
    public byte[] sign(SheetHead head, String lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Evidence.KeySummary key = signer.key();
        byte[] text = JobSheetText.text(head, now, key, lines);
        return SignedSheet.file(JobSheetText.FORMAT, text, signer.sign(text));
    }

    private KeptChunk chunk(int job, int chunk) {
        KeptChunk kept = jdbc.queryForObject(
                CHUNK,
                (rs, row) -> {
                    Map<RecordOutcome, Long> counts = new EnumMap<>(RecordOutcome.class);
                    for (RecordOutcome outcome : RecordOutcome.values()) {
                        counts.put(outcome, rs.getLong(outcome.code()));
                    }
                    return new KeptChunk(
                            chunk,
                            rs.getLong("first_line"),
                            rs.getLong("last_line"),
                            rs.getInt("records"),
                            rs.getInt("accepted"),
                            new OutcomeCounts(counts, rs.getLong("by_replaced")),
                            rs.getBytes("lines"),
                            rs.getBytes("refusals"),
                            rs.getBytes("outcomes"));
                },
                job,
                chunk);
        if (kept == null || kept.counts().total() != kept.records()) {
            throw new IllegalStateException("Chunk " + chunk + " does not balance");
        }
        return kept;
    }

    private Map<Long, String> records(int job, KeptChunk chunk) {
        if (chunk.counts().of(RecordOutcome.Heading.DIFFERING) == 0) {
            return Map.of();
        }
        Map<Long, String> records = new HashMap<>();
        jdbc.query(
                RECORDS,
                rs -> {
                    records.put(rs.getLong("line"), rs.getString("record_id"));
                },
                job,
                chunk.first(),
                chunk.last());
        return records;
    }

    /** Each chunk as a member of a gzip file, made when the one before was read; the lines of the sheet come about on the way. */
    private final class ChunkResults implements Enumeration<InputStream> {

        private final int job;
        private final List<Integer> chunks;
        private final ResultLines lines = new ResultLines();
        private final StringBuilder sheet = new StringBuilder();
        private final MessageDigest all = Sha256.digest();
        private OutcomeCounts total = OutcomeCounts.NONE;
        private long first;
        private long last;
        private int next = -1;

        ChunkResults(int job, List<Integer> chunks) {
            this.job = job;
            this.chunks = chunks;
        }

        @Override
        public boolean hasMoreElements() {
            return next < chunks.size();
        }

        @Override
        public InputStream nextElement() {
            byte[] text = next < 0 ? ResultLines.HEADER : text(chunks.get(next));
            next++;
            return new ByteArrayInputStream(gzip(text));
        }

        private byte[] text(int number) {
            KeptChunk chunk = chunk(job, number);
            byte[] text = lines.of(
                    ChunkJournal.lines(chunk.lines(), chunk.accepted()),
                    letters(chunk.outcomes()),
                    ChunkJournal.refusals(chunk.refusals(), chunk.records() - chunk.accepted()),
                    records(job, chunk));
            first = first == 0 ? chunk.first() : first;
            last = chunk.last();
            total = total.plus(chunk.counts());
            all.update(text);
            sheet.append(JobSheetText.line(
                    String.valueOf(number), chunk.first(), chunk.last(), chunk.counts(), Sha256.hex(text)));
            return text;
        }

        /** After everything was read. */
        String sheet() {
            return sheet
                    + JobSheetText.line(
                            JobSheetText.TOTAL,
                            first,
                            last,
                            total,
                            HexFormat.of().formatHex(all.digest()));
        }
    }

    private static String letters(byte[] outcomes) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(outcomes))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length / 8 + 64);
        try (GZIPOutputStream out = new FastGzip(bytes)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The lines of a chunk are much alike: more effort makes them no smaller. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream bytes) throws IOException {
            super(bytes, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
