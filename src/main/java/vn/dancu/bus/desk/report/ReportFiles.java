package vn.dancu.bus.desk.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.audit.inspection.report.OperationalField;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobLog;
import vn.dancu.bus.job.JobRun;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Reports and operational records as files, written row by row as the database gives them; each is a job while it is written. */
public final class ReportFiles {

    private final Inspection inspection;
    private final Partners partners;
    private final JobLog jobs;

    ReportFiles(Inspection inspection, Partners partners, JobLog jobs) {
        this.inspection = inspection;
        this.partners = partners;
        this.jobs = jobs;
    }

    /** @param format {@code csv} or {@code xlsx} */
    public void report(Actor by, HttpServletResponse response, ReportPeriod period, String format) throws IOException {
        String name = "dancu-report-" + period.partner() + "-" + period.from() + "-" + period.to() + "." + format;
        try (JobRun job = jobs.begin(Job.Kind.REPORT, name, by.name(), Job.Unit.BYTES)) {
            FileDownload.send(
                    response,
                    name,
                    mediaType(format),
                    out -> writeReport(by, period, format, job.counted(out)),
                    () -> inspection.brokeOff(by, period));
            job.finished();
        }
    }

    private void writeReport(Actor by, ReportPeriod period, String format, OutputStream out) throws IOException {
        try (ReportWriter sink = format.equals("xlsx") ? new XlsxReportWriter(out) : new CsvReportWriter(out)) {
            inspection.report(by, period, sink);
            sink.finish();
        }
    }

    /** @param format {@code jsonl} or {@code csv} */
    public void operational(Actor by, HttpServletResponse response, OperationalPeriod period, String format)
            throws IOException {
        String name = "dancu-operational-" + period.partner() + "." + format;
        try (JobRun job = jobs.begin(Job.Kind.EXPORT, name, by.name(), Job.Unit.BYTES)) {
            FileDownload.send(
                    response,
                    name,
                    mediaType(format),
                    out -> writeOperational(by, period, format, job.counted(out)),
                    () -> inspection.brokeOff(by, period));
            job.finished();
        }
    }

    private void writeOperational(Actor by, OperationalPeriod period, String fileFormat, OutputStream out) {
        try (OperationalWriter records =
                fileFormat.equals("csv") ? new OperationalCsvWriter(out) : new OperationalJsonWriter(out)) {
            Map<OperationalField, Object> client = client(period.partner());
            inspection.operational(by, period, values -> {
                values.putAll(client);
                records.record(values);
            });
            records.finish();
        }
    }

    /** The code of the partner's authority, which the trail does not hold, in the form of X-Road's ids. */
    private Map<OperationalField, Object> client(PartnerId partner) {
        return partners.find(partner)
                .map(Partner::agencyCode)
                .map(code -> AgencyCode.of(code).older().orElse(code))
                .<Map<OperationalField, Object>>map(code -> Map.of(OperationalField.CLIENT_MEMBER_CODE, code))
                .orElse(Map.of());
    }

    private static String mediaType(String format) {
        return switch (format) {
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "jsonl" -> "application/jsonl;charset=UTF-8";
            default -> "text/csv;charset=UTF-8";
        };
    }
}
