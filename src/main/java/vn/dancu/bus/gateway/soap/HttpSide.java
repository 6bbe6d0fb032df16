package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The HTTP side of a CXF message. */
final class HttpSide {

    static HttpServletRequest request(Message message) {
        return (HttpServletRequest) Objects.requireNonNull(
                message.get(AbstractHTTPDestination.HTTP_REQUEST), "The SOAP door is an HTTP door");
    }

    static HttpServletResponse response(Message message) {
        return (HttpServletResponse) Objects.requireNonNull(
                message.get(AbstractHTTPDestination.HTTP_RESPONSE), "The SOAP door is an HTTP door");
    }

    private HttpSide() {}
}
