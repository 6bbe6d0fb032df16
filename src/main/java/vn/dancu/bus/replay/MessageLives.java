package vn.dancu.bus.replay;

import java.util.List;
import vn.dancu.bus.kernel.Actor;

/** What all rooms know of one message. */
public interface MessageLives {

    /**
     * The life of a message: what was recorded of it, its deliveries, the states of its document, its dead letters and its
     * replays, the oldest first. Recorded as an act.
     *
     * @param messageId MaYeuCau, the id that a door gave, the id of an event, of a delivery or of a document, or a DocumentId
     * @throws vn.dancu.bus.kernel.BusException {@code field_invalid} for a text that can be no id
     */
    List<MessageLife> find(Actor by, String messageId);
}
