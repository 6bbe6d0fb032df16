package vn.dancu.bus.feed;

import vn.dancu.bus.kernel.PartnerId;

/** The events about the people whom a partner follows, by the rights that it has when it reads. */
public interface ChangeFeed {

    /** The largest page. */
    int MAX_PAGE = 1_000;

    /**
     * The events after the cursor; the same cursor again gives the same events, as long as the rights are the same.
     *
     * @param limit 1 to {@link #MAX_PAGE}
     * @throws vn.dancu.bus.kernel.BusException {@code content_deleted} when events after the cursor were deleted by their age,
     *     {@code policy_unavailable} when nobody can say what the partner may hear
     */
    ChangePage after(PartnerId partner, ChangeCursor cursor, int limit);
}
