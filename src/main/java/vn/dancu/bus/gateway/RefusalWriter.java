package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.dancu.bus.kernel.Refusal;

/** Writes a refusal to an HTTP response in the form of the door that received the request. */
@FunctionalInterface
public interface RefusalWriter {

    /**
     * Has the connection cut when an answer has begun to leave, or the refusal cannot: a half answer with an error behind it
     * would look whole.
     */
    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal);
}
