package vn.dancu.bus.codebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pull of all lists.
 *
 * @param outcome {@code done}, also when single lists failed; a {@link PullFault} when the pull ended before its lists
 * @param rule what should have been; null for {@code done}
 * @param lists how many were tried
 * @param added codes in all of them, and so on
 * @param failed lists whose answer changed nothing because it was not right, or waits
 */
public record PullRecord(
        long number,
        Instant began,
        Instant ended,
        String outcome,
        @Nullable String rule,
        int lists,
        int added,
        int renamed,
        int missing,
        int failed) {}
