package vn.dancu.bus.enrichment.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.OutcomeCounts;
import vn.dancu.bus.enrichment.merge.ChunkMerge;
import vn.dancu.bus.enrichment.merge.ChunkStaging;
import vn.dancu.bus.enrichment.merge.MergedChunk;
import vn.dancu.bus.enrichment.merge.OutcomeLetters;
import vn.dancu.bus.enrichment.merge.PassedPeople;
import vn.dancu.bus.enrichment.merge.StagedChunk;
import vn.dancu.bus.enrichment.merge.StagedRecordsLostException;

/** Merges the next chunk, in one transaction: its records, their outcomes, and how far the job is. */
final class ChunkMerger {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChunkMerger.class);

    private final JdbcJobLedger ledger;
    private final JobGuard guard;
    private final ChunkMerge merge;
    private final ChunkStaging staging;
    private final TransactionTemplate transaction;
    private final JobPace pace;
    private final JdbcPassedPeople passed;

    ChunkMerger(
            JdbcJobLedger ledger,
            JobGuard guard,
            ChunkMerge merge,
            ChunkStaging staging,
            TransactionTemplate transaction,
            JobPace pace,
            JdbcPassedPeople passed) {
        this.ledger = ledger;
        this.guard = guard;
        this.merge = merge;
        this.staging = staging;
        this.transaction = transaction;
        this.pace = pace;
        this.passed = passed;
    }

    /** What a step was about, for when its transaction is gone. */
    private static final class Step {
        private @Nullable WorkedJob job;
        private @Nullable JobChunk chunk;
    }

    /** Merges the next chunk of any job; false where there is none. */
    boolean mergeNext() {
        Step step = new Step();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<WorkedJob> job = ledger.lock("checked");
                job.ifPresent(one -> {
                    step.job = one;
                    guard.admit(one).ifPresent(source -> work(one, source, step));
                });
                return job.isPresent();
            }));
        } catch (StagedRecordsLostException e) {
            LOGGER.atWarn().log("The staged records of a chunk are gone, the file is read again");
            WorkedJob job = step.job;
            JobChunk chunk = step.chunk;
            if (job != null && chunk != null) {
                transaction.executeWithoutResult(status -> ledger.lost(job, chunk, staging::isEmpty));
            }
        } catch (RuntimeException e) {
            WorkedJob job = step.job;
            if (job == null) {
                throw e;
            }
            transaction.executeWithoutResult(status -> guard.holds(job, e));
        }
        return true;
    }

    private void work(WorkedJob job, EnrichmentSource source, Step step) {
        Optional<JobChunk> next = ledger.nextChunk(job);
        if (next.isEmpty()) {
            ledger.reached(job, "merged");
            return;
        }
        JobChunk chunk = next.get();
        step.chunk = chunk;
        JobPace.Chunk paced = pace.begin();
        PassedPeople before = passed.before(job);
        MergedChunk merged = merge.merge(
                new StagedChunk(chunk.table(), chunk.accepted(), before, paced.isQuiet()), job.terms(source));
        OutcomeCounts counts = OutcomeLetters.count(merged.letters(), chunk.refused());
        Duration pause = paced.end(chunk.records(), job.rateLimit());
        ledger.worked(job, chunk, new JobChunk.Outcome(packed(merged.letters()), merged.passed(), counts), pause);
    }

    private static byte[] packed(String letters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(letters.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
