package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.dancu.bus.kernel.Refusal;

/**
 * A fault for a message to the SOAP door, the form of its calls at the adapter door, a problem for everything else, also for a GET to
 * the SOAP door.
 */
final class PathRefusalWriter implements RefusalWriter {

    private final RefusalWriter faults;
    private final RefusalWriter calls;
    private final RefusalWriter problems;

    PathRefusalWriter(RefusalWriter faults, RefusalWriter calls, RefusalWriter problems) {
        this.faults = faults;
        this.calls = calls;
        this.problems = problems;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        writer(request).write(request, response, refusal);
    }

    private RefusalWriter writer(HttpServletRequest request) {
        if (Door.takesMessage(request)) {
            return faults;
        }
        return Door.of(request) == Door.ADAPTER ? calls : problems;
    }
}
