package vn.dancu.bus.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** Whom partners follow. */
public interface Follows {

    /** The largest number of persons in one call. */
    int MAX_BATCH = 1_000;

    /**
     * Follows people, or changes how; all of them or none. A partner follows whom it may ask about, by the same right: each
     * person takes one from the quota of TraCuuThongTinCongDan. A right that needs consent lets nobody follow.
     *
     * @return in the order of the persons
     * @throws vn.dancu.bus.kernel.BusException with the code of the policy's refusal, {@code field_invalid}, or
     *     {@code limit_reached} for more than {@link #MAX_BATCH} at once or more than the partner may follow
     */
    List<FollowOutcome> put(FollowOrder order);

    /**
     * Ends following; those who are not followed are no error. What happened before is not given out any more.
     *
     * @param subjects as {@link FollowOutcome} gave them
     * @return how many were followed
     */
    int remove(PartnerId partner, List<String> subjects);

    /**
     * Whom the partner follows, in the order of the subjects.
     *
     * @param after the last subject of the page before; null for the first page
     */
    List<FollowedPerson> list(PartnerId partner, @Nullable String after, int limit);
}
