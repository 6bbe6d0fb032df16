package vn.dancu.bus.delivery;

import java.time.Instant;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Where a message stands. A hold needs no write: it begins and ends with the partner's standing.
 *
 * <pre>
 *              put
 *               ▼
 *   ┌──────▶ Waiting ◀──standing── Held
 *   │           │ └──────standing───▶ │
 *   │         claim                   │
 *   │           ▼                     │
 *   ├─failed─ Sending ──sent──▶ Delivered
 *   │           │  │              ▲
 *   │           │  sent, a receipt is asked for
 *   │           │  ▼              │
 *   ├─no receipt─ AwaitingReceipt ┘ receipt
 *   │           │
 *   │      cannot succeed, or given up      Waiting, Held ──expiresAt──▶ Expired
 *   │           ▼                           Waiting, Held ──recall────▶ Recalled
 *   └─put back─ Dead
 * </pre>
 */
public sealed interface DeliveryState {

    /** The state's name alone. */
    Name name();

    /** The names of states. */
    enum Name {
        WAITING,
        SENDING,
        HELD,
        AWAITING_RECEIPT,
        DELIVERED,
        DEAD,
        EXPIRED,
        RECALLED
    }

    /** Is sent at that time or soon after. */
    record Waiting(Instant nextAttempt) implements DeliveryState {
        @Override
        public Name name() {
            return Name.WAITING;
        }
    }

    /** An instance is sending it. */
    record Sending(Instant since) implements DeliveryState {
        @Override
        public Name name() {
            return Name.SENDING;
        }
    }

    /** Waits until its partner may be served again. */
    record Held(ErrorCode reason) implements DeliveryState {
        @Override
        public Name name() {
            return Name.HELD;
        }
    }

    /** Was sent; without a receipt by then it is sent again. */
    record AwaitingReceipt(Instant until) implements DeliveryState {
        @Override
        public Name name() {
            return Name.AWAITING_RECEIPT;
        }
    }

    /** The destination has taken it. Final. */
    record Delivered(Instant at) implements DeliveryState {
        @Override
        public Name name() {
            return Name.DELIVERED;
        }
    }

    /** Cannot be delivered, or was given up; a person can put it back. */
    record Dead(Instant at, String cause) implements DeliveryState {
        @Override
        public Name name() {
            return Name.DEAD;
        }
    }

    /** Was not delivered before it became useless. Final. */
    record Expired(Instant at) implements DeliveryState {
        @Override
        public Name name() {
            return Name.EXPIRED;
        }
    }

    /** Was taken back by the room that put it. Final. */
    record Recalled(Instant at) implements DeliveryState {
        @Override
        public Name name() {
            return Name.RECALLED;
        }
    }
}
