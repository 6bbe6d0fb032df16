package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.dancu.bus.kernel.Refusal;

/** Writes a refusal to an HTTP response in the form of the door that received the request. */
@FunctionalInterface
public interface RefusalWriter {

    /** Cuts the connection when an answer has begun: a half one with an error behind it would look whole. */
    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}
