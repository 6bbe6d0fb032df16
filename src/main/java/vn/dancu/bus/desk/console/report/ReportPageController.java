package vn.dancu.bus.desk.console.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.report.ReportFiles;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partners;

/** Reports of a partner by days, and its operational records; taking either is recorded. */
@Controller
class ReportPageController {

    private static final String HERE = "/desk/reports";

    private final ReportFiles files;
    private final Partners partners;

    ReportPageController(ReportFiles files, Partners partners) {
        this.files = files;
        this.partners = partners;
    }

    @GetMapping(HERE)
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    String page(Model model) {
        model.addAttribute("partners", partners.all());
        return "desk/report/reports";
    }

    @PostMapping(HERE + "/report")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void report(
            @RequestParam("partner") String partner,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam("format") String format,
            Actor by,
            HttpServletResponse response)
            throws IOException {
        ReportPeriod period = new ReportPeriod(PathValues.partner(partner), day("from", from), day("to", to));
        files.report(by, response, period, oneOf(format, "csv", "xlsx"));
    }

    /** The days are those of Vietnam; the last one is whole. */
    @PostMapping(HERE + "/operational")
    @Allowed({Role.INSPECTOR, Role.OPERATOR})
    void operational(
            @RequestParam("partner") String partner,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam("format") String format,
            Actor by,
            HttpServletResponse response)
            throws IOException {
        OperationalPeriod period = new OperationalPeriod(
                PathValues.partner(partner),
                day("from", from).atStartOfDay(Moments.ZONE).toInstant(),
                day("to", to).plusDays(1).atStartOfDay(Moments.ZONE).toInstant());
        files.operational(by, response, period, oneOf(format, "jsonl", "csv"));
    }

    private static LocalDate day(String name, @Nullable String text) {
        LocalDate day = Moments.date(name, text);
        if (day == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, name, "is required");
        }
        return day;
    }

    private static String oneOf(String format, String first, String second) {
        if (!format.equals(first) && !format.equals(second)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "format", first + " or " + second);
        }
        return format;
    }
}
