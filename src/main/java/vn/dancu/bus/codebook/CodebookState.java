package vn.dancu.bus.codebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One list and how its last pull ended.
 *
 * @param code such as {@code madantoc}
 * @param name in Vietnamese
 * @param version rises with each change; 0 while the list that came with the bus is in use
 * @param codes how many codes are valid today, of those that were taken over
 * @param missing how many codes wait for a decision
 * @param checkedAt when it was last tried; null when never
 * @param outcome {@code done} or the {@link PullFault} of the last try
 * @param rule what the platform's answer should have been; null when it was that
 * @param heldHash of a change that waits because it is too large; null when none does
 */
public record CodebookState(
        String code,
        String name,
        long version,
        int codes,
        int missing,
        @Nullable Instant checkedAt,
        @Nullable String outcome,
        @Nullable String rule,
        @Nullable String heldHash) {}
