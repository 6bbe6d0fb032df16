package vn.dancu.bus.gateway.soap;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.message.Message;
import org.apache.cxf.service.model.EndpointInfo;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.servlet.ServletDestination;

/**
 * Makes a CXF message of a request, and a response of the answer. Of a POST it takes the bytes and the two sides of HTTP, and of an
 * answer its headers: that is all that the route reads and writes. CXF's own copies every header, and makes continuations, policies of
 * sign-in and contexts that nobody asks for.
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
        if (!isMessage(request)) {
            super.setupMessage(message, config, context, request, response);
            return;
        }
        message.setContent(InputStream.class, request.getInputStream());
        message.put(HTTP_REQUEST, request);
        message.put(HTTP_RESPONSE, response);
        message.put(Message.HTTP_REQUEST_METHOD, request.getMethod());
    }

    @Override
    @SuppressWarnings("unchecked")
    protected OutputStream flushHeaders(Message answer, boolean getStream) throws IOException {
        Message asked = answer.getExchange().getInMessage();
        Object headers = answer.get(Message.PROTOCOL_HEADERS);
        if (headers == null || !isMessage(HttpSide.request(asked))) {
            return super.flushHeaders(answer, getStream);
        }
        HttpServletResponse response = HttpSide.response(asked);
        response.setContentType((String) answer.get(Message.CONTENT_TYPE));
        ((Map<String, List<String>>) headers).forEach((name, values) -> response.setHeader(name, values.get(0)));
        return response.getOutputStream();
    }

    /** A GET reads the contract and goes CXF's way. */
    private static boolean isMessage(HttpServletRequest request) {
        return "POST".equals(request.getMethod());
    }
}
