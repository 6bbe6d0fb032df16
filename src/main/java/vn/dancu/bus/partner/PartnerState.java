package vn.dancu.bus.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Where a partner stands at a moment. What the clock changes needs no write: a suspension that was ordered for later
 * begins, a window of maintenance ends and an agreement runs out on every instance by itself.
 *
 * <pre>
 *   Connecting ──refuse──▶ Refused
 *       │
 *     go live
 *       ▼
 *     Active ◀──resume, or until has passed── Suspended
 *       │ └──────suspend, or since has come──────▶ │
 *       ├──agreement has ended──▶ Lapsed           │
 *       │                            │             │
 *       └────────────terminate───────┴─────────────┴──▶ Terminated
 * </pre>
 */
public sealed interface PartnerState {

    /** The state's name alone. */
    Partner.State name();

    /** The code by which a partner in this state is refused; empty when it may connect. */
    Optional<ErrorCode> objection();

    /** On the way through the steps to connection. */
    record Connecting() implements PartnerState {
        @Override
        public Partner.State name() {
            return Partner.State.CONNECTING;
        }

        @Override
        public Optional<ErrorCode> objection() {
            return Optional.of(ErrorCode.PARTNER_NOT_CONNECTED);
        }
    }

    /** The application was refused; final. */
    record Refused() implements PartnerState {
        @Override
        public Partner.State name() {
            return Partner.State.REFUSED;
        }

        @Override
        public Optional<ErrorCode> objection() {
            return Optional.of(ErrorCode.PARTNER_NOT_CONNECTED);
        }
    }

    /**
     * May connect.
     *
     * @param agreementEnds the last day of the agreement; null for one without an end
     */
    record Active(@Nullable LocalDate agreementEnds) implements PartnerState {
        @Override
        public Partner.State name() {
            return Partner.State.ACTIVE;
        }

        @Override
        public Optional<ErrorCode> objection() {
            return Optional.empty();
        }
    }

    /**
     * The agreement has ended and no new one was entered.
     *
     * @param agreementEnded its last day
     */
    record Lapsed(LocalDate agreementEnded) implements PartnerState {
        @Override
        public Partner.State name() {
            return Partner.State.LAPSED;
        }

        @Override
        public Optional<ErrorCode> objection() {
            return Optional.of(ErrorCode.AGREEMENT_EXPIRED);
        }
    }

    /**
     * May not connect for a time.
     *
     * @param ground code of the ground; null when the policy file suspends it
     * @param since since when; null when the policy file suspends it
     * @param until when it ends by itself; null when it takes a resumption
     * @param returnCondition what must be done for the return, if anything
     */
    record Suspended(
            @Nullable String ground, @Nullable Instant since, @Nullable Instant until, @Nullable String returnCondition)
            implements PartnerState {
        @Override
        public Partner.State name() {
            return Partner.State.SUSPENDED;
        }

        @Override
        public Optional<ErrorCode> objection() {
            return Optional.of(ErrorCode.PARTNER_SUSPENDED);
        }
    }

    /**
     * May never connect again.
     *
     * @param ground code of the ground; null when the policy file ended it
     * @param since since when; null when the policy file ended it
     */
    record Terminated(@Nullable String ground, @Nullable Instant since) implements PartnerState {
        @Override
        public Partner.State name() {
            return Partner.State.TERMINATED;
        }

        @Override
        public Optional<ErrorCode> objection() {
            return Optional.of(ErrorCode.PARTNER_TERMINATED);
        }
    }

    /** The state of that name, of which nothing more is known. */
    static PartnerState of(Partner.State state) {
        return switch (state) {
            case CONNECTING -> new Connecting();
            case REFUSED -> new Refused();
            case ACTIVE -> new Active(null);
            case SUSPENDED -> new Suspended(null, null, null, null);
            case TERMINATED -> new Terminated(null, null);
            case LAPSED -> throw new IllegalArgumentException("A partner lapses by the end of its agreement alone");
        };
    }
}
