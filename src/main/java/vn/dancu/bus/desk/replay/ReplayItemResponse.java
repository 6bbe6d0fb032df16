package vn.dancu.bus.desk.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.replay.ReplayItem;

/** One message of a replay; see {@link ReplayItem}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayItemResponse(
        int number,
        String letter,
        String kind,
        @Nullable String partner,
        @Nullable String messageId,
        ReplayItem.State state,
        @Nullable String code,
        @Nullable UUID event,
        Instant changedAt) {

    static ReplayItemResponse of(ReplayItem item) {
        return new ReplayItemResponse(
                item.number(),
                item.letter(),
                item.kind().code(),
                item.partner() == null ? null : item.partner().value(),
                item.messageId(),
                item.state(),
                item.code(),
                item.event(),
                item.changedAt());
    }
}
