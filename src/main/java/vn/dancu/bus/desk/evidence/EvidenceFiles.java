package vn.dancu.bus.desk.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobLog;
import vn.dancu.bus.job.JobRun;
import vn.dancu.bus.kernel.Actor;

/** Seals with their records as a file, which is a job while it is written. */
public final class EvidenceFiles {

    private final Evidence evidence;
    private final JobLog jobs;

    EvidenceFiles(Evidence evidence, JobLog jobs) {
        this.evidence = evidence;
        this.jobs = jobs;
    }

    /**
     * Sends the seals from that number to that one. The length is not known in advance; a file that breaks off has no end line,
     * which the verifier reports.
     */
    public void export(Actor by, HttpServletResponse response, long first, long last) throws IOException {
        evidence.announceExport(by, first, last);
        String name = "dancu-evidence-" + first + "-" + last + ".jsonl.gz";
        try (JobRun job = jobs.begin(Job.Kind.EXPORT, name, by.name(), Job.Unit.BYTES)) {
            FileDownload.send(
                    response,
                    name,
                    "application/gzip",
                    out -> evidence.export(first, last, job.counted(out)),
                    () -> evidence.brokeOff(by, "seal/" + first + "-" + last));
            job.finished();
        }
    }
}
