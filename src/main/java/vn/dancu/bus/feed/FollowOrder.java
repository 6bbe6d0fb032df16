package vn.dancu.bus.feed;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.register.PersonKey;

/**
 * That a partner wants to follow people.
 *
 * @param kinds the kinds of change that it wants; empty for all
 * @param until when it ends; null for never
 * @param initial whether it wants a first event of each, after which it asks for what is recorded now
 */
public record FollowOrder(
        FollowTerms terms, Set<ChangeKind> kinds, @Nullable Instant until, boolean initial, List<PersonKey> persons) {

    public FollowOrder {
        kinds = Set.copyOf(kinds);
        persons = List.copyOf(persons);
    }
}
