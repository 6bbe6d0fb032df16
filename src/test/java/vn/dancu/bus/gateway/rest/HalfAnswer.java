package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Fails when a part of its answer has left, or, asked for a short one, while it still lies in the buffer. */
final class HalfAnswer extends HttpServlet {

    static final String PART = "half an answer ";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int count = "short".equals(request.getQueryString()) ? 1 : 5_000;
        response.getOutputStream().write(PART.repeat(count).getBytes(StandardCharsets.US_ASCII));
        throw new IllegalStateException("the other half");
    }
}
