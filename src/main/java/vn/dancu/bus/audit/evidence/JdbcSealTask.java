package vn.dancu.bus.audit.evidence;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/** Seals full batches at each run, and the remaining records once in the configured interval. */
final class JdbcSealTask {

    private static final Logger LOGGER = LoggerFactory.getLogger(JdbcSealTask.class);

    private final JdbcSealer sealer;
    private final EvidenceMetrics metrics;
    private final Duration interval;
    private long lastPartial = System.nanoTime();

    JdbcSealTask(JdbcSealer sealer, EvidenceMetrics metrics, Duration interval) {
        this.sealer = sealer;
        this.metrics = metrics;
        this.interval = interval;
    }

    /** Measures by the machine's running time, which a clock that is set does not change. */
    int run() {
        boolean due = System.nanoTime() - lastPartial >= interval.toNanos();
        int sealed = 0;
        JdbcSealer.Outcome outcome;
        do {
            outcome = sealer.seal(due);
            sealed += outcome.records();
        } while (outcome.again() && !Thread.currentThread().isInterrupted());
        if (due) {
            lastPartial = System.nanoTime();
            metrics.oldestUnsealed(sealer.oldestUnsealed());
        }
        if (sealed > 0) {
            metrics.sealed(sealed);
            LOGGER.atDebug().addKeyValue(LogKeys.COUNT, sealed).log("Audit records sealed");
        }
        return sealed;
    }
}
