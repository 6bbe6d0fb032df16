package vn.dancu.bus.gateway.soap;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.apache.cxf.Bus;
import org.apache.cxf.message.Message;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.servlet.ServletDestination;

/**
 * Makes a CXF message of a request. Of a POST it takes the bytes and the two sides of HTTP, which is all that the route reads;
 * CXF's own copies every header, and makes sessions, continuations and policies of sign-in that nobody asks for.
 */
final class SoapDestination extends ServletDestination {

    SoapDestination(Bus bus, DestinationRegistry registry, EndpointInfo endpoint) throws IOException {
        super(bus, registry, endpoint, endpoint.getAddress());
    }

    @Override
    protected void setupMessage(
            Message message,
            ServletConfig config,
            ServletContext context,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!"POST".equals(request.getMethod())) {
            super.setupMessage(message, config, context, request, response);
            return;
        }
        message.setContent(InputStream.class, request.getInputStream());
        message.put(HTTP_REQUEST, request);
        message.put(HTTP_RESPONSE, response);
        message.put(Message.HTTP_REQUEST_METHOD, request.getMethod());
    }
}
