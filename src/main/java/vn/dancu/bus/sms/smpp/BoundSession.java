package vn.dancu.bus.sms.smpp;

import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUReader;
import org.jsmpp.PDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;

/** A session whose end is known at once to those who wait for a response; those of jSMPP wait for their time to be over. */
final class BoundSession extends SMPPSession {

    /** More than a window has. */
    private static final int MAX_WAITING = 1024;

    BoundSession(PDUSender sender, PDUReader reader, ConnectionFactory sockets) {
        super(sender, reader, sockets);
    }

    /** No response comes any more. */
    void abandon() {
        int last = sequence().nextValue();
        for (int number = Math.max(1, last - MAX_WAITING); number < last; number++) {
            PendingResponse<Command> waiting = removePendingResponse(number);
            if (waiting != null) {
                waiting.doneWithInvalidResponse(new InvalidResponseException("The session has ended"));
            }
        }
    }

    /** Whether a response is awaited. */
    boolean isAwaited() {
        return getUnacknowledgedRequests() > 0;
    }
}
