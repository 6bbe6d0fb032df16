package vn.dancu.bus.desk.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.probe.ConnectionReport;
import vn.dancu.bus.probe.ConnectionTests;
import vn.dancu.bus.probe.ProbeRun.ProbeStep;
import vn.dancu.bus.probe.TestedConnection;

/** Tests of connections, each with its record: whoever cannot be recorded does not see the result. */
public final class RecordedTests {

    private final ConnectionTests tests;
    private final Acts acts;
    private final TransactionOperations transactions;

    RecordedTests(ConnectionTests tests, Acts acts, TransactionOperations transactions) {
        this.tests = tests;
        this.acts = acts;
        this.transactions = transactions;
    }

    public List<TestedConnection> list() {
        return tests.list();
    }

    /** What the last test on this instance found. */
    public Optional<ConnectionReport> last(String name) {
        return tests.last(name);
    }

    /** As {@link ConnectionTests#test}. */
    public ConnectionReport test(Actor by, String name) {
        ConnectionReport report = tests.test(name);
        Map<String, String> found = report.failure().map(RecordedTests::found).orElse(Map.of("outcome", "ok"));
        Act act = new Act(by, "connection.tested", report.connection().partner(), "connection/" + name, found);
        transactions.executeWithoutResult(transaction -> acts.record(act));
        return report;
    }

    private static Map<String, String> found(ProbeStep failed) {
        return Map.of(
                "outcome",
                "failed",
                "stage",
                failed.stage().word(),
                "fault",
                failed.fault() == null ? "" : failed.fault().code());
    }
}
