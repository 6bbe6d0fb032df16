package vn.dancu.bus.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a test found.
 *
 * @param steps in their order; the last one is the one that failed
 * @param certificates what the other side showed in TLS, its own first
 */
public record ConnectionReport(
        TestedConnection connection,
        Instant at,
        List<ProbeRun.ProbeStep> steps,
        List<PresentedCertificate> certificates) {

    public ConnectionReport {
        steps = List.copyOf(steps);
        certificates = List.copyOf(certificates);
    }

    /** Where it stopped; empty when all is well. */
    public Optional<ProbeRun.ProbeStep> failure() {
        return steps.stream().filter(step -> !step.ok()).findFirst();
    }
}
