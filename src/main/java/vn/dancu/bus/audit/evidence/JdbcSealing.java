package vn.dancu.bus.audit.evidence;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/** Seals full batches at once, and what is left every so often. */
final class JdbcSealing implements JdbcRounds.Work {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcSealing.class);

    private final JdbcSealer sealer;
    private final EvidenceMetrics metrics;
    private final Duration every;
    private long rest = System.nanoTime();

    JdbcSealing(JdbcSealer sealer, EvidenceMetrics metrics, Duration every) {
        this.sealer = sealer;
        this.metrics = metrics;
        this.every = every;
    }

    /** By the machine's running time: a clock that jumps neither stops sealing nor hastens it. */
    @Override
    public void round() throws SQLException {
        boolean due = System.nanoTime() - rest >= every.toNanos();
        int sealed = 0;
        JdbcSealer.Outcome outcome;
        do {
            outcome = sealer.seal(due);
            sealed += outcome.records();
        } while (outcome.again() && !Thread.currentThread().isInterrupted());
        if (due) {
            rest = System.nanoTime();
            metrics.oldestUnsealed(sealer.oldestUnsealed());
        }
        if (sealed > 0) {
            metrics.sealed(sealed);
            LOGGER.atDebug().addKeyValue(LogKeys.COUNT, sealed).log("Audit records sealed");
        }
    }
}
