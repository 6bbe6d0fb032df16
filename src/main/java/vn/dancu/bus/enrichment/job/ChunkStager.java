package vn.dancu.bus.enrichment.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.batch.StopSignal;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.CheckedRecord;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.RecordCheck;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.balance.ChunkJournal;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.FileLimits;
import vn.dancu.bus.enrichment.file.FileProfile;
import vn.dancu.bus.enrichment.file.RecordFile;
import vn.dancu.bus.enrichment.file.RecordReader;
import vn.dancu.bus.enrichment.merge.ChunkStaging;
import vn.dancu.bus.enrichment.merge.ChunkTable;

/**
 * Reads a file to its end, checks its records, and stages them in chunks. Nothing is merged before the whole file was read: one that is
 * cut, or has another count than its manifest, leaves nothing behind.
 */
final class ChunkStager {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChunkStager.class);

    private final JdbcJobLedger ledger;
    private final JobGuard guard;
    private final ChunkStaging staging;
    private final ClaimChecks claims;
    private final TransactionTemplate transaction;
    private final Terms terms;

    /**
     * @param limits of files
     * @param lease of whoever reads one
     * @param rest stands back, and ends with the instance
     */
    record Terms(FileLimits limits, Duration lease, JobPace pace, StopSignal rest) {}

    ChunkStager(
            JdbcJobLedger ledger,
            JobGuard guard,
            ChunkStaging staging,
            ClaimChecks claims,
            TransactionTemplate transaction,
            Terms terms) {
        this.ledger = ledger;
        this.guard = guard;
        this.staging = staging;
        this.claims = claims;
        this.transaction = transaction;
        this.terms = terms;
    }

    /** Reads the next file; false where there is none. */
    boolean stageNext() {
        Optional<WorkedJob> claimed = transaction.execute(status -> ledger.claim(terms.lease()));
        if (claimed == null || claimed.isEmpty()) {
            return false;
        }
        WorkedJob job = claimed.get();
        try {
            Optional<EnrichmentSource> source = transaction.execute(status -> guard.admit(job));
            if (source != null && source.isPresent()) {
                stage(job, source.get());
            }
        } catch (FileFaultException e) {
            EnrichmentJob.Cause cause = new EnrichmentJob.Cause(e.fault().code(), e.hint(), e.line(), null);
            transaction.executeWithoutResult(status -> {
                if (ledger.failed(job, cause)) {
                    claims.release(job.content(), WorkedJob.holder(job.id()));
                }
            });
        } catch (LostJobException e) {
            transaction.executeWithoutResult(status -> ledger.release(job));
            LOGGER.atInfo().log("Reading a file of enrichment stopped: its job was held, ended or taken over");
        } catch (IOException | RuntimeException e) {
            transaction.executeWithoutResult(status -> guard.holds(job, e));
        }
        return true;
    }

    private void stage(WorkedJob job, EnrichmentSource source) throws IOException {
        FileProfile form = job.form(source);
        if (form == null) {
            throw new FileFaultException(FileFault.PROFILE_UNKNOWN, 0, job.profile());
        }
        RecordCheck check = source.check(form);
        Set<Integer> known = ledger.chunks(job);
        try (RecordReader reader =
                new RecordsAhead(RecordFile.open(claims.open(job.content()), form, terms.limits()))) {
            SourceRecord next = reader.read();
            for (int chunk = 0; next != null; chunk++) {
                next = known.contains(chunk)
                        ? pass(job, reader)
                        : stage(job, chunk, new CheckedRecords(reader, check, next, job.chunkRecords()));
            }
            requireCount(job, reader.count());
        }
        transaction.executeWithoutResult(status -> ledger.checked(job));
    }

    private static void requireCount(WorkedJob job, long count) {
        if (count == 0) {
            throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
        }
        if (job.declared() != null && job.declared() != count) {
            throw new FileFaultException(FileFault.COUNT_WRONG, 0, String.valueOf(count));
        }
    }

    /** The first record after a chunk that was staged before. */
    private @Nullable SourceRecord pass(WorkedJob job, RecordReader reader) throws IOException {
        transaction.executeWithoutResult(status -> ledger.renew(job, terms.lease()));
        SourceRecord next = reader.read();
        for (int passed = 1; next != null && passed < job.chunkRecords(); passed++) {
            next = reader.read();
        }
        return next;
    }

    /** Stages a chunk and stands back; gives the first record after it. */
    private @Nullable SourceRecord stage(WorkedJob job, int chunk, CheckedRecords records) throws IOException {
        JobPace.Chunk pace = terms.pace().begin();
        try {
            transaction.executeWithoutResult(status -> {
                try {
                    staging.stage(new ChunkTable(job.number(), chunk), job.verifiedOn(), records::writeTo);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                ledger.staged(job, chunk, records.journal, terms.lease());
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Duration pause = pace.end(0, null);
        Duration longest = terms.lease().dividedBy(2);
        if (!terms.rest().rest(pause.compareTo(longest) > 0 ? longest : pause)) {
            throw new LostJobException();
        }
        return records.next;
    }

    /** The records of a chunk, checked as they are read. */
    private static final class CheckedRecords {

        private final RecordReader reader;
        private final RecordCheck check;
        private final int most;
        private final ChunkJournal journal = new ChunkJournal();
        private @Nullable SourceRecord next;

        CheckedRecords(RecordReader reader, RecordCheck check, SourceRecord first, int most) {
            this.reader = reader;
            this.check = check;
            this.next = first;
            this.most = most;
        }

        void writeTo(ChunkStaging.RecordSink sink) throws IOException {
            while (next != null && journal.records() < most) {
                CheckedRecord checked = check.check(next);
                if (checked instanceof CheckedRecord.Accepted accepted) {
                    sink.add(accepted);
                    journal.accepted(accepted.line());
                } else if (checked instanceof CheckedRecord.Refused refused) {
                    journal.refused(refused);
                }
                next = reader.read();
            }
        }
    }
}
