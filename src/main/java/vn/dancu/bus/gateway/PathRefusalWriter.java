package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.dancu.bus.kernel.Refusal;

/** A fault for a message to the SOAP door, a problem for everything else, also for a GET to that door. */
final class PathRefusalWriter implements RefusalWriter {

    private final RefusalWriter faults;
    private final RefusalWriter problems;

    PathRefusalWriter(RefusalWriter faults, RefusalWriter problems) {
        this.faults = faults;
        this.problems = problems;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        RefusalWriter writer = Door.takesMessage(request) ? faults : problems;
        writer.write(request, response, refusal);
    }
}
