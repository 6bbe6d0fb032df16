package vn.dancu.bus.desk.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.audit.inspection.report.OperationalField;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Reports and operational records as files, written row by row as the database gives them. */
@RestController
@RequestMapping("/api/v1/admin/audit")
class ReportController {

    private final Inspection inspection;
    private final Partners partners;

    ReportController(Inspection inspection, Partners partners) {
        this.inspection = inspection;
        this.partners = partners;
    }

    @GetMapping("/reports")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void report(
            Actor by,
            HttpServletResponse response,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "format", required = false) @Nullable String format)
            throws IOException {
        ReportPeriod period = new ReportPeriod(
                QueryParameters.partner("partner", partner),
                QueryParameters.day("from", from),
                QueryParameters.day("to", to));
        String fileFormat = QueryParameters.oneOf("format", format, "csv", "xlsx");
        String name = "dancu-report-" + period.partner() + "-" + period.from() + "-" + period.to();
        FileDownload.send(
                response,
                name + "." + fileFormat,
                mediaType(fileFormat),
                out -> {
                    try (ReportWriter sink =
                            fileFormat.equals("xlsx") ? new XlsxReportWriter(out) : new CsvReportWriter(out)) {
                        inspection.report(by, period, sink);
                        sink.finish();
                    }
                },
                () -> inspection.brokeOff(by, period));
    }

    @GetMapping("/operational")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void operational(
            Actor by,
            HttpServletResponse response,
            @RequestParam(name = "partner", required = false) @Nullable String partner,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "until", required = false) @Nullable String until,
            @RequestParam(name = "format", required = false) @Nullable String format)
            throws IOException {
        OperationalPeriod period = new OperationalPeriod(
                QueryParameters.partner("partner", partner),
                QueryParameters.moment("from", from),
                QueryParameters.moment("until", until));
        String fileFormat = QueryParameters.oneOf("format", format, "jsonl", "csv");
        FileDownload.send(
                response,
                "dancu-operational-" + period.partner() + "." + fileFormat,
                mediaType(fileFormat),
                out -> writeOperational(by, period, fileFormat, out),
                () -> inspection.brokeOff(by, period));
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
