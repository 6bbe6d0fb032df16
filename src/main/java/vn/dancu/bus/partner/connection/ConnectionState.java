package vn.dancu.bus.partner.connection;

import java.util.Optional;

/**
 * Where an application stands.
 *
 * <pre>
 *                 ┌────────────── approve, next step ──────────────┐
 *                 ▼                                                │
 *  apply ──▶ Applying(step) ──── submit ────▶ InReview(step) ──────┤
 *                 │                            │   ▲               │ approve go-live
 *                 │              send back ────┘   │ submit        ▼
 *                 │                   ▼            │          Live(step) ── submit ──▶ InReview(step)
 *                 │             SentBack(step) ────┘               ▲                      │
 *                 │                   │                            └── approve, next ─────┤
 *                 └── refuse ─────────┴──▶ Refused                                        │ approve the last
 *          (also from InReview, as long as the partner is not connected)                  ▼
 *                                                                                      Checked
 * </pre>
 *
 * A step after go-live is sent back as any other; it is no longer refused: whoever is connected is suspended or terminated.
 */
public sealed interface ConnectionState {

    /** The documents of a step are awaited. */
    record Applying(String at) implements ConnectionState {
        @Override
        public String code() {
            return "applying";
        }

        @Override
        public Optional<String> step() {
            return Optional.of(at);
        }
    }

    /** The documents of a step are there, a decision is awaited. */
    record InReview(String at) implements ConnectionState {
        @Override
        public String code() {
            return "in-review";
        }

        @Override
        public Optional<String> step() {
            return Optional.of(at);
        }
    }

    /** Better documents are awaited, for a reason. */
    record SentBack(String at, String reason) implements ConnectionState {
        @Override
        public Optional<String> reasonGiven() {
            return Optional.of(reason);
        }

        @Override
        public String code() {
            return "sent-back";
        }

        @Override
        public Optional<String> step() {
            return Optional.of(at);
        }
    }

    /** The partner may connect; the documents of a step that comes after are awaited. */
    record Live(String at) implements ConnectionState {
        @Override
        public String code() {
            return "live";
        }

        @Override
        public Optional<String> step() {
            return Optional.of(at);
        }
    }

    /** All steps are done. */
    record Checked() implements ConnectionState {
        @Override
        public String code() {
            return "checked";
        }
    }

    /** Refused for a reason, for good. */
    record Refused(String reason) implements ConnectionState {
        @Override
        public Optional<String> reasonGiven() {
            return Optional.of(reason);
        }

        @Override
        public String code() {
            return "refused";
        }
    }

    /** A stable word for it, as in the administration API. */
    String code();

    /** The step it stands at; empty when nothing more is to come. */
    default Optional<String> step() {
        return Optional.empty();
    }

    /** Why it was sent back or refused; empty otherwise. */
    default Optional<String> reasonGiven() {
        return Optional.empty();
    }
}
