package vn.dancu.bus.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.dancu.bus.kernel.Actor;

/**
 * The split of the hub's quota. As long as no version was ever made nothing is counted here. Each change is an act and counts on
 * all instances at once, by the latest after {@code dancu.hub.refresh}.
 */
public interface Shares {

    /** The largest number of shares. */
    int MAX_SHARES = 1_000;

    /** The version in force; empty when there is none. */
    Optional<ShareTable> current();

    /** The version that was in force at that moment; empty when there was none. */
    Optional<ShareTable> at(Instant moment);

    /** The version of that number; empty when there is none such. */
    Optional<ShareTable> find(long number);

    /** Versions, newest first, with numbers below that one. */
    List<ShareTable> history(long below, int limit);

    /**
     * Makes a new version that has these shares and no others.
     *
     * @param base the version in force, 0 where there is none
     * @throws vn.dancu.bus.kernel.BusException {@code version_outdated}, {@code field_invalid} when a partner is unknown or named
     *     twice, a number is out of bounds or the shares are more than the whole; {@code limit_reached} for more than
     *     {@link #MAX_SHARES}; {@code move_not_allowed} when it would change nothing
     */
    ShareTable change(Actor by, long base, String reason, ShareTable.Permits whole, List<ShareTable.Share> shares);

    /**
     * What is used of each share in force and, last, of the rest; empty when there is no version.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code policy_unavailable} when nobody can say
     */
    List<ShareUse> use();
}
