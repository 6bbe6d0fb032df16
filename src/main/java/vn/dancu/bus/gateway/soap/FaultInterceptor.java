package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.apache.cxf.frontend.WSDLQueryException;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RefusalWriter;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.gateway.fault.RecordedRefusal;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/**
 * The one place of this door where a failure becomes a fault, with a record of every refusal that was not recorded deeper
 * in. A fault takes the place of an answer that has not begun to leave; otherwise the line is cut, and the record says so.
 */
class FaultInterceptor extends AbstractPhaseInterceptor<Message> {

    private static final int MAX_CAUSE_DEPTH = 12;

    private final Inquiries inquiries;
    private final RefusalWriter writer;
    private final Clock clock;

    FaultInterceptor(Inquiries inquiries, RefusalWriter writer, Clock clock) {
        super(Phase.SETUP);
        this.clock = clock;
        this.inquiries = inquiries;
        this.writer = writer;
    }

    @Override
    public void handleMessage(Message message) {
        Message in = message.getExchange().getInMessage();
        HttpServletRequest request = HttpSide.request(in);
        HttpServletResponse response = HttpSide.response(in);
        Throwable cause = message.getContent(Exception.class);
        Refusal refusal = "POST".equals(request.getMethod())
                ? refusal(attempt(message, request), request, response, cause)
                : withoutMessage(cause);
        writer.write(request, response, refusal);
    }

    private SoapAttempt attempt(Message message, HttpServletRequest request) {
        SoapAttempt begun = message.getExchange().get(SoapAttempt.class);
        return begun == null ? new SoapAttempt(EntryNotes.takenAt(request, clock)) : begun;
    }

    private Refusal refusal(
            SoapAttempt attempt, HttpServletRequest request, HttpServletResponse response, Throwable cause) {
        RecordedRefusal recorded = find(cause, RecordedRefusal.class);
        if (recorded != null) {
            return recorded.refusal();
        }
        Refusal refusal =
                response.isCommitted() ? WebRefusals.cut(response) : UnexpectedFailure.refusal(cause, Door.SOAP.code());
        return inquiries.refuse(attempt.contact(request, null), refusal);
    }

    /** Someone read the contract: nobody asked anything, and nothing is recorded. */
    private static Refusal withoutMessage(Throwable cause) {
        return find(cause, WSDLQueryException.class) != null
                ? Refusal.of(ErrorCode.RESOURCE_UNKNOWN)
                : UnexpectedFailure.refusal(cause, Door.SOAP.code());
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MAX_CAUSE_DEPTH; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
