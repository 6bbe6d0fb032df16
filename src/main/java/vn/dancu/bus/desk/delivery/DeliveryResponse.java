package vn.dancu.bus.desk.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliveryState;

/**
 * A message of the outbox.
 *
 * @param reason why it is held, or dead
 * @param until when it is tried next, or its receipt must have come
 * @param endedAt when it was delivered, given up, expired or recalled
 */
record DeliveryResponse(
        UUID id,
        String channel,
        String destination,
        @Nullable String partner,
        String contentType,
        long length,
        String sha256,
        Instant createdAt,
        @Nullable Instant expiresAt,
        int attempts,
        @Nullable String lastError,
        DeliveryState.Name state,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable Instant endedAt,
        @Nullable String receipt) {

    static DeliveryResponse of(Delivery delivery) {
        DeliveryState state = delivery.state();
        return new DeliveryResponse(
                delivery.id(),
                delivery.channel(),
                delivery.destination(),
                delivery.partner() == null ? null : delivery.partner().value(),
                delivery.contentType(),
                delivery.length(),
                delivery.sha256(),
                delivery.createdAt(),
                delivery.expiresAt(),
                delivery.attempts(),
                delivery.lastError(),
                state.name(),
                reason(state),
                until(state),
                endedAt(state),
                delivery.receipt());
    }

    private static @Nullable String reason(DeliveryState state) {
        if (state instanceof DeliveryState.Held held) {
            return held.reason().code();
        }
        return state instanceof DeliveryState.Dead dead ? dead.cause() : null;
    }

    private static @Nullable Instant until(DeliveryState state) {
        if (state instanceof DeliveryState.Waiting waiting) {
            return waiting.nextAttempt();
        }
        return state instanceof DeliveryState.AwaitingReceipt awaiting ? awaiting.until() : null;
    }

    private static @Nullable Instant endedAt(DeliveryState state) {
        if (state instanceof DeliveryState.Delivered delivered) {
            return delivered.at();
        }
        if (state instanceof DeliveryState.Dead dead) {
            return dead.at();
        }
        if (state instanceof DeliveryState.Expired expired) {
            return expired.at();
        }
        return state instanceof DeliveryState.Recalled recalled ? recalled.at() : null;
    }
}
