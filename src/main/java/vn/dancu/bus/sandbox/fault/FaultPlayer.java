package vn.dancu.bus.sandbox.fault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** Plays the fault of one call, if it has one. */
public record FaultPlayer(@Nullable Fault fault) {

    private static final byte[] PAGE =
            "<html><body><h1>Service error</h1></body></html>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GARBAGE = {0x13, 0x00, (byte) 0xff, 0x7b, 0x22, 0x3a, 0x3a, (byte) 0xc3, 0x28};
    private static final Set<Fault.Kind> BEFORE = Set.of(
            Fault.Kind.FAIL,
            Fault.Kind.ERROR_PAGE,
            Fault.Kind.PAGE,
            Fault.Kind.GARBAGE,
            Fault.Kind.NO_DATA,
            Fault.Kind.DROP);

    /** What an interface answers to a call that fails with a code, and to one that has no data where that is null. */
    public interface Failures {
        MockAnswer of(@Nullable String code);
    }

    public boolean is(Fault.Kind kind) {
        return fault != null && fault.fault() == kind;
    }

    /** Plays what comes in the place of the work: whether there is nothing more to do. */
    public boolean playsBefore(HttpServletRequest request, HttpServletResponse response, Failures failures)
            throws IOException {
        Fault played = fault;
        if (played == null) {
            return false;
        }
        if (played.fault() == Fault.Kind.SLOW) {
            pause(played.delayMillis());
        }
        if (!BEFORE.contains(played.fault())) {
            return false;
        }
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        switch (played.fault()) {
            case FAIL -> whole(failures.of(played.code()), response);
            case NO_DATA -> whole(failures.of(null), response);
            case GARBAGE -> write(response, HttpServletResponse.SC_OK, "application/json", GARBAGE);
            case DROP -> CutConnections.ask(request);
            case PAGE -> write(response, HttpServletResponse.SC_OK, "text/html", PAGE);
            default -> errorPage(response);
        }
        return true;
    }

    /** Gives the answer to what was done, spoils it, or loses it. */
    public void answer(MockAnswer right, HttpServletResponse response) throws IOException {
        MockAnswer answer = fault == null ? right : SpoiledAnswer.of(right, fault.fault());
        if (is(Fault.Kind.LOST)) {
            errorPage(response);
        } else if (fault != null && is(Fault.Kind.TRICKLE)) {
            trickle(answer, response, fault.delayMillis());
        } else if (is(Fault.Kind.TRUNCATED)) {
            half(answer, response);
        } else {
            whole(answer, response);
        }
    }

    public static void notFound(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_NOT_FOUND, "text/html", PAGE);
    }

    private static void errorPage(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "text/html", PAGE);
    }

    private static void whole(MockAnswer answer, HttpServletResponse response) throws IOException {
        head(answer, response);
        answer.body().write(response.getOutputStream());
    }

    private static void head(MockAnswer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (!answer.contentType().isEmpty()) {
            response.setContentType(answer.contentType());
        }
    }

    private static void trickle(MockAnswer answer, HttpServletResponse response, long millis) throws IOException {
        head(answer, response);
        for (byte one : answer.bytes()) {
            pause(millis);
            response.getOutputStream().write(one);
            response.flushBuffer();
        }
    }

    /** Announces the whole answer, sends half of it and closes the connection. */
    private static void half(MockAnswer answer, HttpServletResponse response) throws IOException {
        byte[] whole = answer.bytes();
        head(answer, response);
        response.setContentLength(whole.length);
        response.getOutputStream().write(Arrays.copyOf(whole, whole.length / 2));
        response.flushBuffer();
        throw new ClientAbortException("A fault that was asked for");
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
