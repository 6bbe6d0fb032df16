package vn.dancu.bus.gateway;

import jakarta.servlet.ServletRequest;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of body an HTTP request brought, as counted on the wire. */
public final class RequestSize {

    private static final String ATTRIBUTE = RequestSize.class.getName();

    /**
     * The bytes of body read so far; where the container read the body itself (a form), the length that the request
     * declared; 0 when neither is known.
     */
    public static long of(ServletRequest request) {
        long read = request.getAttribute(ATTRIBUTE) instanceof AtomicLong counter ? counter.get() : 0;
        return read > 0 ? read : Math.max(0, request.getContentLengthLong());
    }

    static AtomicLong count(ServletRequest request) {
        AtomicLong counter = new AtomicLong();
        request.setAttribute(ATTRIBUTE, counter);
        return counter;
    }

    private RequestSize() {}
}
