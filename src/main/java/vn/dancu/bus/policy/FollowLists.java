package vn.dancu.bus.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/**
 * The persons with whom a partner has a relationship, for grants that demand one. A person is kept by a keyed hash of the
 * number as it was given: who is on the list by a số định danh is not found by a CMND number.
 */
public interface FollowLists {

    /** The largest number of persons in one call. */
    int MAX_BATCH = 1_000;

    /**
     * One relationship.
     *
     * @param person the number
     * @param since from when; null for now
     * @param until the first moment at which it is over; null for none
     * @param issue number of the case behind it; null for none
     */
    record Relationship(PersonalId person, @Nullable Instant since, @Nullable Instant until, @Nullable String issue) {}

    /**
     * Puts persons on the partner's list, or changes since when and until when they are on it; all or none.
     *
     * @return how many were new
     * @throws vn.dancu.bus.kernel.BusException with {@code field_invalid} when a time is in the wrong order or a case number
     *     is none, {@code limit_reached} for more than {@link #MAX_BATCH}
     */
    int put(PartnerId partner, List<Relationship> relationships);

    /**
     * Whether the person is on the partner's list now.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code policy_unavailable} when nobody can say
     */
    boolean contains(PartnerId partner, PersonalId person);

    /** The keyed hash under which {@code policy.relationship} has the person, for those who look in it set-wise. */
    byte[] key(PersonalId person);

    /**
     * Takes persons off the partner's list; those who are not on it are no error.
     *
     * @return how many were on it
     * @throws vn.dancu.bus.kernel.BusException with {@code limit_reached} for more than {@link #MAX_BATCH}
     */
    int remove(PartnerId partner, List<PersonalId> persons);
}
