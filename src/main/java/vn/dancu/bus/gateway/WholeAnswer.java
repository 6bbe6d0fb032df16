package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a refusal so that it leaves whole or not at all. */
final class WholeAnswer {

    /**
     * Writes status, headers and body at once, in place of what stands in the response's buffer.
     *
     * @throws IOException when another answer has begun to leave, or the other side is gone; the container then cuts the
     *     line, so that nobody takes the part that left for an answer
     */
    static void write(HttpServletResponse response, int status, String contentType, byte[] body) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("An answer that failed after it began to leave is cut");
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private WholeAnswer() {}
}
