package vn.dancu.bus.enrichment.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.balance.JobSheets;
import vn.dancu.bus.enrichment.merge.ChunkStaging;
import vn.dancu.bus.enrichment.merge.ChunkTable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Sha256;

/** Ends jobs: draws the sheet, signs it, and clears what a job that ended early leaves behind. */
final class JobBalancer {

    /** Tables that one transaction drops: each takes a few locks. */
    private static final int DROPPED_AT_ONCE = 50;

    private final JdbcJobLedger ledger;
    private final JobGuard guard;
    private final JdbcJobSheet sheetRows;
    private final JobSheets sheets;
    private final ClaimChecks claims;
    private final ChunkStaging staging;
    private final Acts acts;
    private final TransactionTemplate transaction;

    JobBalancer(
            JdbcJobLedger ledger,
            JobGuard guard,
            JdbcJobSheet sheetRows,
            JobSheets sheets,
            ClaimChecks claims,
            ChunkStaging staging,
            Acts acts,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.guard = guard;
        this.sheetRows = sheetRows;
        this.sheets = sheets;
        this.claims = claims;
        this.staging = staging;
        this.acts = acts;
        this.transaction = transaction;
    }

    /** Draws the sheet of the next job that has none; false where there is none. */
    boolean balanceNext() {
        return step(() -> ledger.lock("merged").or(() -> ledger.lockCancelled(false)), job -> {
            JobSheets.DrawnSheet drawn = draw(job);
            claims.keep(drawn.result(), WorkedJob.holder(job.id()));
            sheetRows.drawn(job, drawn);
            if (!job.isCancelled()) {
                ledger.reached(job, "balanced");
            }
        });
    }

    private JobSheets.DrawnSheet draw(WorkedJob job) {
        try {
            return sheets.draw(job.number());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Signs the sheet of the next job that has one; false where there is none. The delivered file goes. */
    boolean certifyNext() {
        return step(() -> ledger.lock("balanced").or(() -> ledger.lockCancelled(true)), job -> {
            JdbcJobSheet.DrawnRow drawn = sheetRows.find(job);
            byte[] certificate = sheets.sign(drawn.head(job), drawn.lines());
            sheetRows.certified(job, certificate);
            claims.release(job.content(), WorkedJob.holder(job.id()));
            if (!job.isCancelled()) {
                ledger.reached(job, "certified");
            }
            acts.record(new Act(
                    Actor.BUS,
                    "enrichment.certified",
                    job.authority(),
                    "enrichment/" + job.id(),
                    Map.of("source", job.source().value(), "sha256", Sha256.hex(certificate))));
        });
    }

    /** Drops tables of chunks that nobody will merge; false where there is none. */
    boolean clearNext() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<ChunkTable> left = ledger.leftOver(DROPPED_AT_ONCE);
            for (ChunkTable chunk : left) {
                staging.drop(chunk);
                ledger.forget(chunk);
            }
            return !left.isEmpty();
        }));
    }

    private boolean step(Supplier<Optional<WorkedJob>> next, Consumer<WorkedJob> work) {
        Held held = new Held();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<WorkedJob> job = next.get();
                held.job = job.orElse(null);
                job.ifPresent(work);
                return job.isPresent();
            }));
        } catch (RuntimeException e) {
            WorkedJob job = held.job;
            if (job == null) {
                throw e;
            }
            transaction.executeWithoutResult(status -> guard.holds(job, e));
            return true;
        }
    }

    /** The job of a step, for when its transaction is gone. */
    private static final class Held {
        private @Nullable WorkedJob job;
    }
}
