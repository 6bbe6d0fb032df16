package vn.dancu.bus.desk.inspection;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.audit.inspection.OperationalField;
import vn.dancu.bus.audit.inspection.OperationalPeriod;
import vn.dancu.bus.audit.inspection.ReportPeriod;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** What is taken away as a file; written as the database gives it, so its length is known to nobody before. */
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
                SearchRequest.partner(QueryParameters.required("partner", partner)),
                QueryParameters.day("from", from),
                QueryParameters.day("to", to));
        boolean xlsx = QueryParameters.oneOf("format", format, "csv", "xlsx").equals("xlsx");
        String name = "dancu-report-" + period.partner() + "-" + period.from() + "-" + period.to();
        file(response, name, xlsx ? FileKind.XLSX : FileKind.CSV);
        OutputStream out = response.getOutputStream();
        try (FinishedSink sink = xlsx ? new XlsxReport(out) : new CsvReport(out)) {
            inspection.report(by, period, sink);
            sink.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
                SearchRequest.partner(QueryParameters.required("partner", partner)),
                QueryParameters.moment("from", from),
                QueryParameters.moment("until", until));
        boolean csv = QueryParameters.oneOf("format", format, "jsonl", "csv").equals("csv");
        file(response, "dancu-operational-" + period.partner(), csv ? FileKind.CSV : FileKind.JSONL);
        OutputStream out = response.getOutputStream();
        try (OperationalFile records = csv ? new OperationalCsv(out) : new OperationalLines(out)) {
            Map<OperationalField, Object> client = client(period.partner());
            inspection.operational(by, period, values -> {
                values.putAll(client);
                records.record(values);
            });
            records.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What the trail does not know of the asker: the code of its authority, in the form that X-Road's ids have. */
    private Map<OperationalField, Object> client(PartnerId partner) {
        return partners.find(partner)
                .map(Partner::agencyCode)
                .map(code -> AgencyCode.of(code).older().orElse(code))
                .<Map<OperationalField, Object>>map(code -> Map.of(OperationalField.CLIENT_MEMBER_CODE, code))
                .orElse(Map.of());
    }

    private static void file(HttpServletResponse response, String name, FileKind kind) {
        response.setContentType(kind.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + kind.ending() + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
