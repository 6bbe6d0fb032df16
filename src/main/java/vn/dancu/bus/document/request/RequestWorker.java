package vn.dancu.bus.document.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.DocumentWork;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;

/** Says which document is worked on next, and what becomes of one on which the work broke off. */
final class RequestWorker implements DocumentWork {

    private static final Logger LOGGER = LoggerFactory.getLogger(RequestWorker.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int PAUSE_PART = 4;

    private final DocumentLedger ledger;
    private final RequestAnswerer answerer;
    private final RequestRefuser refuser;
    private final LeaseKeeper leases;
    private final DocumentSettings settings;
    private final Clock clock;

    RequestWorker(
            DocumentLedger ledger,
            RequestAnswerer answerer,
            RequestRefuser refuser,
            LeaseKeeper leases,
            DocumentSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.answerer = answerer;
        this.refuser = refuser;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<UUID> claim(int most) {
        return ledger.claim(most, clock.instant().plus(settings.lease())).stream()
                .map(LeasedDocument::id)
                .toList();
    }

    @Override
    public void answer(UUID document) {
        ledger.leased(document).ifPresent(leased -> {
            try (LeaseKeeper.KeptLease hold = leases.hold(leased)) {
                answer(leased, hold);
            }
        });
    }

    private void answer(LeasedDocument leased, LeaseKeeper.KeptLease hold) {
        if (leased.attempts() > settings.attempts()) {
            // The instances that had it stopped without a word, each time at the same place.
            refuser.refuse(leased, Refusal.of(ErrorCode.INTERNAL_ERROR));
            return;
        }
        try {
            answerer.answer(leased, hold);
        } catch (LostLeaseException e) {
            logLoss(leased);
        } catch (RuntimeException e) {
            if (hold.isLost()) {
                logLoss(leased);
            } else if (e instanceof BusException stopped
                    && stopped.refusal().code().isClientFault()) {
                refuser.refuse(leased, stopped.refusal());
            } else {
                throw e;
            }
        }
    }

    private static void logLoss(LeasedDocument leased) {
        LOGGER.atInfo()
                .addKeyValue(LogKeys.DOCUMENT, leased.id())
                .log("Work on a document stopped: it was taken back or taken over");
    }

    @Override
    public void failed(UUID document, Throwable cause) {
        ledger.leased(document).ifPresent(leased -> {
            try (LeaseKeeper.KeptLease hold = leases.hold(leased)) {
                failed(leased, cause);
            }
        });
    }

    private void failed(LeasedDocument leased, Throwable cause) {
        Refusal refusal = UnexpectedFailure.refusal(cause, RequestOpener.DOOR);
        boolean isOutage =
                refusal.code().retry() == ErrorCode.Retry.LATER && refusal.code() != ErrorCode.INTERNAL_ERROR;
        Instant now = clock.instant();
        Duration age = Duration.between(leased.receivedAt(), now);
        boolean isEnough = isOutage ? age.compareTo(settings.giveUp()) > 0 : leased.attempts() >= settings.attempts();
        if (isEnough) {
            refuser.refuse(leased, refusal);
            return;
        }
        LOGGER.atWarn()
                .addKeyValue(LogKeys.DOCUMENT, leased.id())
                .addKeyValue(LogKeys.OCCURRENCE, refusal.occurrence())
                .addKeyValue(LogKeys.ERROR_CODE, refusal.code())
                .log("A document could not be answered and waits");
        ledger.waits(leased, now.plus(pause(age)), refusal, !isOutage);
    }

    /** The longer a document has waited, the longer it may go on. */
    private static Duration pause(Duration age) {
        Duration part = SHORTEST_PAUSE.plus(age.dividedBy(PAUSE_PART));
        return part.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : part;
    }
}
