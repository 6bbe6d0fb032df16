package vn.dancu.bus.document.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.DocumentIntake.ItemState;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.ledger.UnfetchedItems;
import vn.dancu.bus.document.ledger.UnfetchedItems.Failures;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Refusal;

/** Says when an item of the axis has failed for so long that it is set aside. */
final class FetchFailures {

    private static final Logger LOGGER = LoggerFactory.getLogger(FetchFailures.class);
    private static final String DOOR = "document";

    private final UnfetchedItems items;
    private final DocumentSettings settings;
    private final Clock clock;

    FetchFailures(UnfetchedItems items, DocumentSettings settings, Clock clock) {
        this.items = items;
        this.settings = settings;
        this.clock = clock;
    }

    ItemState state(AxisDelivery delivery) {
        return items.state(delivery);
    }

    /** Notes the failure; the cause for which the item ends now, empty where it is tried again. */
    Optional<Refusal> noted(AxisDelivery delivery, Throwable failure) {
        Refusal cause = UnexpectedFailure.refusal(failure, DOOR);
        Duration most = patience(cause.code(), failure);
        if (most == null) {
            return Optional.empty();
        }
        Failures failures = items.failed(delivery, cause.code());
        Duration age = Duration.between(failures.first(), clock.instant());
        if (failures.attempts() < settings.attempts() || age.compareTo(most) < 0) {
            return Optional.empty();
        }
        LOGGER.atError()
                .addKeyValue(LogKeys.OCCURRENCE, cause.occurrence())
                .addKeyValue(LogKeys.ERROR_CODE, cause.code())
                .addKeyValue(LogKeys.ACCOUNT, delivery.account())
                .log("An item of the axis fails each time it is fetched or taken, and is set aside");
        return Optional.of(cause);
    }

    /** How long an item may fail so; null where the fault is none of the item, and ends with its own cause. */
    private @Nullable Duration patience(ErrorCode code, Throwable failure) {
        if (code == ErrorCode.AXIS_UNAVAILABLE) {
            return isOfAccount(failure) ? null : settings.giveUp();
        }
        boolean isOfItem = code.isClientFault()
                || code == ErrorCode.AXIS_ANSWER_UNREADABLE
                || code == ErrorCode.AXIS_REFUSED
                || code == ErrorCode.INTERNAL_ERROR;
        return isOfItem ? settings.fetchGiveUp() : null;
    }

    private static boolean isOfAccount(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof AxisFailure)) {
            cause = cause.getCause();
        }
        return cause instanceof AxisFailure found && found.kind() == AxisFailure.Kind.ACCOUNT;
    }
}
