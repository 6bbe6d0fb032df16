package vn.dancu.bus.sms.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The messages at operators, by the operators' numbers. */
public interface Submissions {

    /** Notes that the part was taken, and returns when that is durable; many share a commit. */
    void submitted(SubmittedPart part, Duration patience);

    /** The parts of that delivery that its operator has taken. */
    Set<Integer> partsOf(UUID delivery);

    /**
     * How long that delivery is held yet, since the operator may have a part of it; zero when it is not. What was held long enough
     * is forgotten.
     *
     * @param boundSince when the session with the operator began: no receipt could come before
     */
    Duration hold(UUID delivery, Instant boundSince);

    /**
     * Holds the delivery of that part for {@code dancu.sms.resend-after}, until a receipt shows that the operator has it.
     *
     * @return for how long; zero when a receipt has shown so already
     */
    Duration unanswered(UnansweredPart part);

    /** Notes receipts, in the transaction of the caller. A state that is final stays. */
    void received(List<ReceiptOfPart> receipts);
}
