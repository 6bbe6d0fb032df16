package vn.dancu.bus.codebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to one code.
 *
 * @param number rising
 * @param kind what
 * @param before the name before; null when there was none
 * @param after the name since; null when it is not there any more
 * @param actor the account that decided; the bus for what is taken over by rule
 * @param reason of a person's decision; null otherwise
 */
public record CodebookChange(
        long number,
        String list,
        String code,
        Instant at,
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        String actor,
        @Nullable String reason) {

    /** What can happen to a code. */
    public enum Kind {
        ADDED,
        RENAMED,
        /** The platform has it no more; it stays in use. */
        MISSING,
        /** The platform has it again. */
        RETURNED,
        /** A person ended it. */
        ENDED,
        /** A person keeps it though the platform has it no more. */
        KEPT
    }
}
