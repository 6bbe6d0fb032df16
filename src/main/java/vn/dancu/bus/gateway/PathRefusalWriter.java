package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.dancu.bus.kernel.Refusal;

/** A fault for the SOAP door, a problem everywhere else. */
final class PathRefusalWriter implements RefusalWriter {

    private final RefusalWriter faults;
    private final RefusalWriter problems;

    PathRefusalWriter(RefusalWriter faults, RefusalWriter problems) {
        this.faults = faults;
        this.problems = problems;
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        RefusalWriter writer = Door.of(request) == Door.SOAP ? faults : problems;
        writer.write(request, response, refusal);
    }
}
