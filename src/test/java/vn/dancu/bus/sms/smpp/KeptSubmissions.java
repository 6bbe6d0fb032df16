package vn.dancu.bus.sms.smpp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.dancu.bus.sms.outbound.ReceiptOfPart;
import vn.dancu.bus.sms.outbound.Submissions;
import vn.dancu.bus.sms.outbound.SubmittedPart;
import vn.dancu.bus.sms.outbound.UnansweredPart;

/** Keeps what it is told; nothing is known of earlier attempts. */
final class KeptSubmissions implements Submissions {

    static final Duration HOLD = Duration.ofMinutes(2);

    final List<SubmittedPart> submitted = new CopyOnWriteArrayList<>();
    final List<UnansweredPart> unanswered = new CopyOnWriteArrayList<>();

    @Override
    public void submitted(SubmittedPart part, Duration patience) {
        submitted.add(part);
    }

    @Override
    public Set<Integer> partsOf(UUID delivery) {
        return Set.of();
    }

    @Override
    public Duration hold(UUID delivery, Instant boundSince) {
        return Duration.ZERO;
    }

    @Override
    public Duration unanswered(UnansweredPart part) {
        unanswered.add(part);
        return HOLD;
    }

    @Override
    public void received(List<ReceiptOfPart> receipts) {}
}
