package vn.dancu.bus.sms.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The messages at operators, by the operators' numbers. */
public interface Submissions {

    /** Notes that the part was taken, and returns when that is durable; many share a commit. */
    void submitted(SubmittedPart part, Duration patience);

    /** The parts of that delivery that its operator has taken. */
    Set<Integer> partsOf(UUID delivery);

    /** Notes receipts, in the transaction of the caller. A state that is final stays. */
    void received(List<ReceiptOfPart> receipts);
}
