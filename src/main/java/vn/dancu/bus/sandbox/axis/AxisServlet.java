package vn.dancu.bus.sandbox.axis;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.SandboxAxisSettings;

/** The REST interface of the axis: proves the caller, plays the fault of this call, and answers. */
final class AxisServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json;charset=UTF-8";
    private static final byte[] PAGE =
            "<html><body><h1>Service error</h1></body></html>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GARBAGE = {0x13, 0x00, (byte) 0xff, 0x7b, 0x22, 0x3a, 0x3a, (byte) 0xc3, 0x28};
    private static final Set<Fault.Kind> BEFORE = Set.of(
            Fault.Kind.FAIL, Fault.Kind.ERROR_PAGE, Fault.Kind.PAGE, Fault.Kind.GARBAGE, Fault.Kind.NO_DATA);

    private final transient SandboxAxisSettings settings;
    private final transient VxpVerbs verbs;
    private final transient FaultPlan faults;

    AxisServlet(SandboxAxisSettings settings, VxpVerbs verbs, FaultPlan faults) {
        this.settings = settings;
        this.verbs = verbs;
        this.faults = faults;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String verb = path.substring(path.lastIndexOf('/') + 1);
        Fault fault = faults.next(verb).orElse(null);
        if (fault != null && fault.fault() == Fault.Kind.SLOW) {
            pause(fault.delayMillis());
        }
        if (fault != null && BEFORE.contains(fault.fault())) {
            request.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            instead(fault, response);
            return;
        }
        AxisAnswer answer = answer(verb, request, fault);
        if (answer == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            write(response, "text/html", PAGE);
        } else if (fault != null && fault.fault() == Fault.Kind.LOST) {
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            write(response, "text/html", PAGE);
        } else if (fault != null && fault.fault() == Fault.Kind.TRUNCATED) {
            half(answer, response);
        } else {
            response.setContentType(answer.contentType());
            answer.body().write(response.getOutputStream());
        }
    }

    private @Nullable AxisAnswer answer(String verb, HttpServletRequest request, @Nullable Fault fault)
            throws IOException {
        try {
            SignedParameters call = SignedParameters.of(request::getHeader, settings);
            int copies = fault != null && fault.fault() == Fault.Kind.DUPLICATE ? 2 : 1;
            return verbs.answer(verb, call, request.getInputStream(), copies);
        } catch (AxisRefusal refusal) {
            return AxisAnswer.fail(refusal.code(), refusal.description());
        }
    }

    private static void instead(Fault fault, HttpServletResponse response) throws IOException {
        switch (fault.fault()) {
            case FAIL -> {
                AxisAnswer answer = AxisAnswer.fail(fault.code(), "A fault that was asked for");
                response.setContentType(answer.contentType());
                answer.body().write(response.getOutputStream());
            }
            case ERROR_PAGE -> {
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                write(response, "text/html", PAGE);
            }
            case PAGE -> write(response, "text/html", PAGE);
            case GARBAGE -> write(response, JSON, GARBAGE);
            default -> write(
                    response,
                    JSON,
                    "{\"status\":\"OK\",\"ErrorCode\":\"0\",\"ErrorDesc\":\"Success\",\"DocId\":\"\"}"
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Announces the whole answer, sends half of it and closes the connection. */
    private static void half(AxisAnswer answer, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        answer.body().write(whole);
        response.setContentType(answer.contentType());
        response.setContentLength(whole.size());
        response.getOutputStream().write(Arrays.copyOf(whole.toByteArray(), whole.size() / 2));
        response.flushBuffer();
        throw new ClientAbortException("A fault that was asked for");
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
