package vn.dancu.bus.desk.console.diagnostics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.body.FileDownload;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;

/** The diagnostics bundle of the instance that serves the page; taking it is recorded. */
@Controller
class DiagnosticsPageController {

    private static final String HERE = "/desk/diagnostics";

    private final DiagnosticsBundle bundle;
    private final RecentLog log;
    private final Acts acts;
    private final TransactionOperations transactions;

    DiagnosticsPageController(DiagnosticsBundle bundle, RecentLog log, Acts acts, TransactionOperations transactions) {
        this.bundle = bundle;
        this.log = log;
        this.acts = acts;
        this.transactions = transactions;
    }

    @GetMapping(HERE)
    @Allowed(Role.OPERATOR)
    String page() {
        log.attach();
        return "desk/diagnostics/diagnostics";
    }

    @PostMapping(HERE)
    @Allowed(Role.OPERATOR)
    void take(Actor by, HttpServletResponse response) throws IOException {
        Act act = new Act(by, "desk.diagnostics_taken", null, "account/" + by.name(), Map.of());
        transactions.executeWithoutResult(transaction -> acts.record(act));
        FileDownload.send(response, "dancu-diagnostics.zip", "application/zip", bundle::writeTo, () -> {});
    }
}
