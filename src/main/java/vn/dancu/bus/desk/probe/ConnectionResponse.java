package vn.dancu.bus.desk.probe;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.probe.ConnectionReport;
import vn.dancu.bus.probe.PresentedCertificate;
import vn.dancu.bus.probe.ProbeRun.ProbeStep;
import vn.dancu.bus.probe.TestedConnection;

/**
 * A connection and what its last test on this instance found.
 *
 * @param address host and port; absent for what lies on this machine
 * @param outcome {@code ok} or {@code failed}; absent before the first test
 * @param stage where it stopped; absent when all is well
 * @param fault what is wrong; absent when all is well
 * @param certificates what the other side showed in TLS, its own first
 */
record ConnectionResponse(
        String name,
        String kind,
        @Nullable String partner,
        @Nullable String address,
        @Nullable String proxy,
        @Nullable Instant testedAt,
        @Nullable String outcome,
        @Nullable String stage,
        @Nullable String fault,
        List<StageResponse> steps,
        List<PresentedCertificate> certificates) {

    /** One step; {@code detail} is a fact in figures or fixed words. */
    record StageResponse(String stage, boolean ok, double millis, @Nullable String fault, String detail) {

        static StageResponse of(ProbeStep step) {
            return new StageResponse(
                    step.stage().word(),
                    step.ok(),
                    step.millis(),
                    step.fault() == null ? null : step.fault().code(),
                    step.detail());
        }
    }

    static ConnectionResponse of(TestedConnection connection, @Nullable ConnectionReport report) {
        PartnerId partner = connection.partner();
        ProbeStep failed = report == null ? null : report.failure().orElse(null);
        return new ConnectionResponse(
                connection.name(),
                connection.kind().word(),
                partner == null ? null : partner.value(),
                text(connection.address()),
                text(connection.proxy()),
                report == null ? null : report.at(),
                report == null ? null : failed == null ? "ok" : "failed",
                failed == null ? null : failed.stage().word(),
                failed == null || failed.fault() == null ? null : failed.fault().code(),
                report == null
                        ? List.of()
                        : report.steps().stream().map(StageResponse::of).toList(),
                report == null ? List.of() : report.certificates());
    }

    private static @Nullable String text(TestedConnection.@Nullable Address address) {
        return address == null ? null : address.toString();
    }
}
