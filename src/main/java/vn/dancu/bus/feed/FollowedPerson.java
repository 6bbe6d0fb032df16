package vn.dancu.bus.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a partner follows.
 *
 * @param subject how the events name the person, 64 hex digits
 * @param kinds codes of the kinds that it wants; empty for all
 */
public record FollowedPerson(
        String subject, FollowTerms terms, List<String> kinds, Instant since, @Nullable Instant until) {

    public FollowedPerson {
        kinds = List.copyOf(kinds);
    }
}
