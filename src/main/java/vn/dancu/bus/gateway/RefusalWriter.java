package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.dancu.bus.kernel.Refusal;

/** Writes a refusal to an HTTP response in the form of the door that received the request. */
@FunctionalInterface
public interface RefusalWriter {

    /**
     * Writes the whole refusal.
     *
     * @throws IOException when another answer has begun to leave, or the other side is gone; who gets it lets it through to
     *     the container, which cuts the line
     */
    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}
