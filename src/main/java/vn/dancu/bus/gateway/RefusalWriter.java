package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.dancu.bus.kernel.Refusal;

/** Writes a refusal to an HTTP response in the form of the door that received the request. */
@FunctionalInterface
public interface RefusalWriter {

    /** Does nothing when the response is already committed. */
    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}
