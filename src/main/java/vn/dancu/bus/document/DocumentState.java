package vn.dancu.bus.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Refusal;

/**
 * How far a document came. Every document that was taken ends in one of the last three.
 *
 * <pre>
 *              take                claim                    answer
 *   axis ─────────────▶ Accepted ─────────▶ InWork ─────────────────▶ Answered
 *    │                     │   ▲             │ │ │
 *    │ cannot be read      │   └── lease ────┘ │ └──refuse──▶ Refused
 *    └──────────▶ Refused  │       has ended   │
 *                          │              fault of the bus
 *                          │                   ▼
 *                          │      ┌───────  Waiting ──given up──▶ Refused
 *                          │      │ time has come: claimed again
 *                          └──recall, update, replacement by its sender──▶ Withdrawn (from Waiting and InWork too)
 * </pre>
 */
public sealed interface DocumentState {

    /** Its stable name, as the table, the administration API and the metrics have it. */
    String code();

    /** Durable; whoever is free takes it next. */
    record Accepted() implements DocumentState {
        @Override
        public String code() {
            return "accepted";
        }
    }

    /**
     * An instance works on it.
     *
     * @param until when the lease ends and another may take it, unless it is renewed
     * @param answered of how many people the result is kept
     * @param people how many are asked about; 0 until they are counted
     */
    record InWork(Instant until, int answered, int people) implements DocumentState {
        @Override
        public String code() {
            return "in_work";
        }
    }

    /**
     * A fault of the bus stopped the work; it goes on where it was.
     *
     * @param next when
     * @param attempts how often it was tried
     * @param cause the fault
     */
    record Waiting(Instant next, int attempts, Refusal cause) implements DocumentState {
        @Override
        public String code() {
            return "waiting";
        }
    }

    /**
     * Final: answered, with a document of our own, or, where it asked to recall or to change another, with status 15.
     *
     * @param answerId DocumentId of the answer; null where a status was the answer
     */
    record Answered(Instant at, @Nullable String answerId) implements DocumentState {
        @Override
        public String code() {
            return "answered";
        }
    }

    /** Final: refused with its cause, by status 02, or 16 where it asked to recall or to change another. */
    record Refused(Instant at, Refusal cause) implements DocumentState {
        @Override
        public String code() {
            return "refused";
        }
    }

    /** Final: its sender recalled, updated or replaced it before it was answered. */
    record Withdrawn(Instant at) implements DocumentState {
        @Override
        public String code() {
            return "withdrawn";
        }
    }
}
