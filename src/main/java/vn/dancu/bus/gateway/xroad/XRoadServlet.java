package vn.dancu.bus.gateway.xroad;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.gateway.fault.RecordedRefusal;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.inquiry.UndeliveredAnswer;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/**
 * The SOAP address of X-Road: messages go through the route, a GET with {@code wsdl} reads the contract. Each failure becomes a
 * fault here, with a record of every refusal that was not recorded deeper in.
 */
final class XRoadServlet extends HttpServlet {

    static final String ADDRESS = "/population/v1";

    private static final long serialVersionUID = 1L;

    private final transient Consumer<XRoadAttempt> door;
    private final transient Inquiries inquiries;
    private final transient RefusalWriter writer;
    private final byte[] contract;
    private final transient Clock clock;

    /** @param door the route, which leaves its answer in the attempt, or throws */
    XRoadServlet(Consumer<XRoadAttempt> door, Inquiries inquiries, RefusalWriter writer, byte[] contract, Clock clock) {
        this.door = door;
        this.inquiries = inquiries;
        this.writer = writer;
        this.contract = contract;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (!path.equals(ADDRESS) && !path.equals(ADDRESS + "/")) {
            EntryNotes.refused(request);
            writer.write(request, response, Refusal.of(ErrorCode.RESOURCE_UNKNOWN));
            return;
        }
        switch (String.valueOf(request.getMethod())) {
            case "POST" -> take(request, response);
            case "GET", "HEAD" -> read(request, response);
            default -> refuseMethod(request, response);
        }
    }

    private void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isContract(request)) {
            refuseMethod(request, response);
            return;
        }
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(contract.length);
        response.getOutputStream().write(contract);
    }

    private static boolean isContract(HttpServletRequest request) {
        return "wsdl".equalsIgnoreCase(request.getQueryString());
    }

    private void refuseMethod(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", isContract(request) ? "GET, HEAD, POST" : "POST");
        writer.write(request, response, Refusal.of(ErrorCode.METHOD_NOT_ALLOWED));
    }

    private void take(HttpServletRequest request, HttpServletResponse response) {
        XRoadAttempt attempt = new XRoadAttempt(request, EntryNotes.takenAt(request, clock));
        try {
            door.accept(attempt);
        } catch (RuntimeException e) {
            refuse(attempt, response, e);
            return;
        }
        try {
            send(attempt, response);
        } catch (IOException | RuntimeException e) {
            cut(attempt, response);
        }
    }

    private void refuse(XRoadAttempt attempt, HttpServletResponse response, RuntimeException e) {
        EntryNotes.refused(attempt.request());
        Refusal refusal;
        RecordedRefusal recorded = recordedIn(e);
        if (recorded != null) {
            refusal = recorded.refusal();
        } else {
            refusal = UnexpectedFailure.refusal(e, Door.XROAD.code());
            refusal = attempt.isMetaservice() ? refusal : inquiries.refuse(attempt.contact(), refusal);
        }
        writer.write(attempt.request(), response, refusal);
    }

    private static @Nullable RecordedRefusal recordedIn(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordedRefusal recorded) {
                return recorded;
            }
        }
        return null;
    }

    /** The bytes are sent here and not when the request ends, where nobody would hear that they could not be. */
    private static void send(XRoadAttempt attempt, HttpServletResponse response) throws IOException {
        InquiryReply.Answered answered = attempt.answered();
        if (answered != null) {
            response.setHeader("DanCu-Result-Status", answered.status().code());
            response.setHeader("DanCu-Event-Id", answered.event().toString());
        }
        byte[] body = attempt.answer().body();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(attempt.answer().contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private void cut(XRoadAttempt attempt, HttpServletResponse response) {
        Refusal cut = WebRefusals.cut(response);
        var query = attempt.query();
        if (query != null && attempt.answered() != null) {
            cut = inquiries.refuse(attempt.caller(), new UndeliveredAnswer(cut, query));
        }
        writer.write(attempt.request(), response, cut);
    }
}
