package vn.dancu.bus.listing.work;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.listing.ListState;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** One step of one request in one transaction. Where its partner may not be answered now, or the step fails, the request waits. */
final class ListTurn {

    private static final Logger LOGGER = LoggerFactory.getLogger(ListTurn.class);

    /** How often it is looked whether a suspended partner may be answered again. */
    private static final Duration SUSPENDED_PAUSE = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private final JdbcListQueue queue;
    private final Partners partners;
    private final TransactionOperations transaction;

    ListTurn(JdbcListQueue queue, Partners partners, TransactionOperations transaction) {
        this.queue = queue;
        this.partners = partners;
        this.transaction = transaction;
    }

    /** The request of a step, for when its transaction is gone. */
    private static final class Held {
        private @Nullable ListWork work;
    }

    /** Does the step for the next request in one of those states; false where there is none. */
    boolean take(Consumer<ListWork> step, ListState... states) {
        Held held = new Held();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<ListWork> next = queue.lock(states);
                next.ifPresent(work -> {
                    held.work = work;
                    admitted(work, step);
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            ListWork work = held.work;
            if (work == null) {
                throw e;
            }
            transaction.executeWithoutResult(status -> fails(work, e));
            return true;
        }
    }

    private void admitted(ListWork work, Consumer<ListWork> step) {
        Optional<ErrorCode> objection =
                partners.find(work.partner()).map(Partner::objection).orElse(Optional.of(ErrorCode.PARTNER_UNKNOWN));
        if (objection.isPresent()) {
            queue.waits(work, objection.get().code(), null, SUSPENDED_PAUSE);
        } else {
            step.accept(work);
        }
    }

    private void fails(ListWork work, RuntimeException failure) {
        UUID occurrence = UUID.randomUUID();
        ErrorCode code = code(failure);
        LOGGER.atWarn()
                .addKeyValue(LogKeys.OCCURRENCE, occurrence)
                .addKeyValue(LogKeys.ERROR_CODE, code)
                .addKeyValue(LogKeys.CAUSE, UnexpectedFailure.describe(failure))
                .log("A list cannot go on and waits");
        Duration pause = Duration.ofSeconds(1L << Math.min(work.failures(), DOUBLINGS));
        queue.waits(work, code.code(), occurrence, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private static ErrorCode code(RuntimeException failure) {
        if (failure instanceof BusException stopped) {
            return stopped.refusal().code();
        }
        return failure instanceof DataAccessException ? ErrorCode.STORAGE_UNAVAILABLE : ErrorCode.INTERNAL_ERROR;
    }
}
