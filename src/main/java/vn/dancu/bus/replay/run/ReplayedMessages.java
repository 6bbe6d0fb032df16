package vn.dancu.bus.replay.run;

import java.util.List;
import vn.dancu.bus.replay.ReplayItem;

/** Which replays took a message up. */
@FunctionalInterface
public interface ReplayedMessages {

    /** The items under that original id, the oldest first. */
    List<ReplayItem> ofMessage(String messageId, int limit);
}
