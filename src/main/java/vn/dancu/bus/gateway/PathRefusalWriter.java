package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.dancu.bus.kernel.Refusal;

/**
 * A fault for a message to the SOAP door, the form of its calls at the adapter door, that of X-Road at its doors, a problem for
 * everything else, also for a GET to the SOAP door.
 */
final class PathRefusalWriter implements RefusalWriter {

    private final RefusalWriter faults;
    private final RefusalWriter calls;
    private final RefusalWriter xroad;
    private final RefusalWriter problems;

    PathRefusalWriter(RefusalWriter faults, RefusalWriter calls, RefusalWriter xroad, RefusalWriter problems) {
        this.faults = faults;
        this.calls = calls;
        this.xroad = xroad;
        this.problems = problems;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        writer(request).write(request, response, refusal);
    }

    private RefusalWriter writer(HttpServletRequest request) {
        return switch (Door.of(request)) {
            case XROAD, XROAD_REST -> xroad;
            case ADAPTER -> calls;
            default -> Door.takesMessage(request) ? faults : problems;
        };
    }
}
