package vn.dancu.bus.desk.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/** Reports and operational records as files. */
@RestController
@RequestMapping("/api/v1/admin/audit")
class ReportController {

    private final ReportFiles files;

    ReportController(ReportFiles files) {
        this.files = files;
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
        files.report(by, response, period, QueryParameters.oneOf("format", format, "csv", "xlsx"));
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
        files.operational(by, response, period, QueryParameters.oneOf("format", format, "jsonl", "csv"));
    }
}
