package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The HTTP side of a CXF message. */
final class HttpSide {

    private static final String CUT = HttpSide.class.getName() + ".cut";

    static HttpServletRequest request(Message message) {
        return (HttpServletRequest) Objects.requireNonNull(
                message.get(AbstractHTTPDestination.HTTP_REQUEST), "The SOAP door is an HTTP door");
    }

    static HttpServletResponse response(Message message) {
        return (HttpServletResponse) Objects.requireNonNull(
                message.get(AbstractHTTPDestination.HTTP_RESPONSE), "The SOAP door is an HTTP door");
    }

    /** Remembers that the line must be cut; CXF would take an exception in its fault chain for handled. */
    static void cut(HttpServletRequest request, IOException reason) {
        request.setAttribute(CUT, reason);
    }

    /** Throws what {@link #cut} remembered, for the container. */
    static void throwCut(HttpServletRequest request) throws IOException {
        if (request.getAttribute(CUT) instanceof IOException reason) {
            throw reason;
        }
    }

    private HttpSide() {}
}
