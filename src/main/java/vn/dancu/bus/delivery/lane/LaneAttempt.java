package vn.dancu.bus.delivery.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.MessageSender;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.delivery.content.MessageSeal;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.trace.TraceSpan;

/** Sends one message of a lane and says what came of it. */
final class LaneAttempt {

    private static final Logger LOGGER = LoggerFactory.getLogger(LaneAttempt.class);
    private static final int MAX_ERROR_LENGTH = 200;
    private static final Duration UNFORESEEN_PAUSE = Duration.ofMinutes(1);

    private final LaneKey lane;
    private final LaneParts parts;
    private final RetrySchedule schedule;
    private final MessageSender sender;

    LaneAttempt(LaneKey lane, LaneParts parts, RetrySchedule schedule, MessageSender sender) {
        this.lane = lane;
        this.parts = parts;
        this.schedule = schedule;
        this.sender = sender;
    }

    /** Never throws: a message without an outcome would keep its place in the lane for ever. */
    AttemptOutcome make(ClaimedMessage message) {
        try (TraceSpan span = parts.traces().work("delivery " + lane.channel())) {
            AttemptOutcome outcome = made(message);
            span.tag("channel", lane.channel());
            span.tag("outcome", LaneMetrics.name(outcome));
            return outcome;
        }
    }

    private AttemptOutcome made(ClaimedMessage message) {
        Instant began = parts.clock().instant();
        AttemptOutcome outcome;
        try {
            outcome = outcome(message, began);
        } catch (RuntimeException | Error e) {
            String cause = e.getClass().getName();
            outcome = new AttemptOutcome.Postponed(message, began.plus(UNFORESEEN_PAUSE), cause, false);
        }
        try {
            report(outcome, began);
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CHANNEL, lane.channel())
                    .addKeyValue(LogKeys.DELIVERY, message.id())
                    .log("An attempt could not be counted");
        }
        return outcome;
    }

    private void report(AttemptOutcome outcome, Instant began) {
        parts.metrics()
                .attempted(
                        lane.channel(),
                        outcome,
                        Duration.between(began, parts.clock().instant()));
        if (outcome instanceof AttemptOutcome.Died died) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CHANNEL, lane.channel())
                    .addKeyValue(LogKeys.DELIVERY, died.message().id())
                    .addKeyValue(LogKeys.CAUSE, died.cause())
                    .log("A message cannot be delivered; it is a dead letter now");
        }
    }

    private AttemptOutcome outcome(ClaimedMessage message, Instant now) {
        boolean unreceipted = JdbcClaims.UNRECEIPTED.equals(message.lastError());
        if (unreceipted
                && schedule.after(message.number() - 1, message.firstAt(), now).isEmpty()) {
            return new AttemptOutcome.Died(message, JdbcClaims.UNRECEIPTED);
        }
        MessageSeal.Opened opened;
        try {
            opened = parts.seal().open(message.id(), message.sealed());
        } catch (RuntimeException e) {
            return new AttemptOutcome.Died(message, "content_unreadable");
        }
        try {
            return sent(message, opened.content(), sender.send(attempt(message, opened)));
        } catch (SendFailure e) {
            return failed(message, String.valueOf(e.getMessage()), e.isFinal(), e.delay());
        } catch (RuntimeException | Error e) {
            return failed(message, e.getClass().getName(), false, Duration.ZERO);
        }
    }

    private AttemptOutcome sent(ClaimedMessage message, MessageContent content, @Nullable String receipt) {
        boolean inFile = content instanceof MessageContent.Stored;
        Duration within = parts.settings().channel(lane.channel()).receiptWithin();
        if (within == null) {
            return new AttemptOutcome.Delivered(
                    message, receipt != null && isReceipt(message, receipt) ? receipt : null, inFile);
        }
        if (receipt == null) {
            return new AttemptOutcome.Unreceipted(
                    message, parts.clock().instant().plus(within));
        }
        return isReceipt(message, receipt)
                ? new AttemptOutcome.Delivered(message, receipt, inFile)
                : failed(message, "receipt_wrong", false, Duration.ZERO);
    }

    private boolean isReceipt(ClaimedMessage message, String receipt) {
        return parts.receipts().isReceipt(lane.destination(), message.id(), message.sha256(), receipt);
    }

    private AttemptOutcome failed(ClaimedMessage message, String error, boolean isFinal, Duration delay) {
        String cause = error.substring(0, Math.min(error.length(), MAX_ERROR_LENGTH));
        Instant now = parts.clock().instant();
        Optional<Instant> next = isFinal ? Optional.empty() : schedule.after(message.number(), message.firstAt(), now);
        Instant earliest = now.plus(delay);
        return next.map(until -> until.isBefore(earliest) ? earliest : until)
                .<AttemptOutcome>map(until -> new AttemptOutcome.Postponed(message, until, cause, !delay.isZero()))
                .orElseGet(() -> new AttemptOutcome.Died(message, cause));
    }

    private Attempt attempt(ClaimedMessage message, MessageSeal.Opened opened) {
        return new Attempt(
                message.id(),
                lane.channel(),
                lane.destination(),
                message.partner(),
                message.orderKey(),
                opened.headers(),
                message.contentType(),
                message.sha256(),
                message.length(),
                message.number(),
                message.lastError(),
                opened.content());
    }
}
