package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a refusal so that it leaves whole or not at all. */
public final class WholeAnswer {

    /** Attribute of a request whose answer broke off: {@link ProblemReportValve} cuts its connection. */
    static final String BROKEN_OFF = WholeAnswer.class.getName() + ".brokenOff";

    /**
     * Writes status, headers and body at once, in place of what stands in the response's buffer. When another answer has begun
     * to leave, or this one cannot, the connection is cut, so that nobody takes the part that left for an answer.
     */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, int status, String contentType, byte[] body) {
        if (response.isCommitted()) {
            request.setAttribute(BROKEN_OFF, true);
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(contentType);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException e) {
            request.setAttribute(BROKEN_OFF, true);
        }
    }

    private WholeAnswer() {}
}
