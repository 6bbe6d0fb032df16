package vn.dancu.bus.feed;

import java.util.List;

/**
 * Events in their order.
 *
 * @param events may be fewer than were asked for, though there are more: what the partner may not hear of is left out
 * @param next where the next page begins
 * @param hasMore whether there is a next page now
 */
public record ChangePage(List<ChangeEvent> events, ChangeCursor next, boolean hasMore) {

    public ChangePage {
        events = List.copyOf(events);
    }
}
