package vn.dancu.bus.desk.enrichment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** What somebody does with a job at the API and the console alike. */
public final class JobSteering {

    private final EnrichmentJobs jobs;
    private final Differences differences;
    private final Acts acts;
    private final TransactionOperations transactions;

    JobSteering(EnrichmentJobs jobs, Differences differences, Acts acts, TransactionOperations transactions) {
        this.jobs = jobs;
        this.differences = differences;
        this.acts = acts;
        this.transactions = transactions;
    }

    /** @throws BusException {@code resource_unknown} */
    public EnrichmentJob job(UUID id) {
        return jobs.find(id).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "job", "the id of a job"));
    }

    public EnrichmentJob pause(Actor by, UUID id) {
        return moved(id, jobs.pause(id, by), "of a job that is open and not paused");
    }

    public EnrichmentJob resume(Actor by, UUID id) {
        return moved(id, jobs.resume(id, by), "of a job that is held");
    }

    public EnrichmentJob cancel(Actor by, UUID id) {
        return moved(id, jobs.cancel(id, by), "of a job that is open");
    }

    /** @param perSecond null for what the settings say */
    public EnrichmentJob throttle(Actor by, UUID id, @Nullable Integer perSecond) {
        return moved(id, jobs.throttle(id, perSecond, by), "of a job that is open");
    }

    private EnrichmentJob moved(UUID id, boolean isDone, String rule) {
        EnrichmentJob job = job(id);
        if (!isDone) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "state", rule);
        }
        return job;
    }

    public void certificate(UUID id, HttpServletResponse response) throws IOException {
        EnrichmentJob job = job(id);
        byte[] sheet = jobs.certificate(id).orElseThrow(() -> notThere("certificate"));
        FileDownload.send(
                response, name(job, "certificate.json"), "application/json", out -> out.write(sheet), () -> {});
    }

    /** The result file has the source's own ids of records: who takes it is recorded. */
    public void result(Actor by, UUID id, HttpServletResponse response) throws IOException {
        EnrichmentJob job = job(id);
        try (InputStream file = jobs.result(id).orElseThrow(() -> notThere("result"))) {
            record(by, "enrichment.result_taken", job);
            FileDownload.send(response, name(job, "result.csv.gz"), "application/gzip", file::transferTo, () -> {});
        }
    }

    /** What was decided of its differences, as its source has it. */
    public void decisions(Actor by, UUID id, HttpServletResponse response) throws IOException {
        EnrichmentJob job = job(id);
        record(by, "enrichment.decisions_taken", job);
        FileDownload.send(
                response, name(job, "decisions.csv"), "text/csv", out -> differences.writeDecisions(id, out), () -> {});
    }

    private void record(Actor by, String action, EnrichmentJob job) {
        Act act = new Act(by, action, job.authority(), "enrichment/" + job.id(), Map.of());
        transactions.executeWithoutResult(status -> acts.record(act));
    }

    private static String name(EnrichmentJob job, String what) {
        return "dancu-enrichment-" + job.number() + "-" + what;
    }

    private static BusException notThere(String what) {
        return BusException.of(ErrorCode.RESOURCE_UNKNOWN, what, "of a job that has ended, as long as it is kept");
    }
}
