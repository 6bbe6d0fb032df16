package vn.dancu.bus.gateway;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.Refusal;

/**
 * Tomcat's error page for requests that never reach a servlet (a broken request line, headers that are too large): a
 * problem as everywhere else, and nothing about the server. It also cuts the connection where an answer broke off, so that
 * nobody takes the half of a file for the whole.
 */
final class ProblemReportValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final RefusalWriter problems;

    ProblemReportValve(RefusalWriter problems) {
        this.problems = problems;
    }

    /** Stops a request that the connector has already rejected. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= FIRST_ERROR) {
            response.setSuspended(false);
            write(request, response, StatusRefusals.of(response.getStatus()));
        } else {
            super.invoke(request, response);
            if (request.getAttribute(WholeAnswer.BROKEN_OFF) != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        boolean silent = status >= FIRST_ERROR && response.getContentWritten() == 0 && response.setErrorReported();
        if (silent) {
            write(request, response, refusal(status, failure));
        }
    }

    private static Refusal refusal(int status, @Nullable Throwable failure) {
        return failure == null ? StatusRefusals.of(status) : UnexpectedFailure.refusal(failure, Door.NONE.code());
    }

    private void write(Request request, Response response, Refusal refusal) {
        AtomicBoolean writable = new AtomicBoolean(false);
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        try {
            if (writable.get()) {
                problems.write(request, response, refusal);
            }
        } catch (IllegalStateException e) {
            // The answer had begun in another way: nothing more can be sent.
            response.setSuspended(true);
        }
    }
}
