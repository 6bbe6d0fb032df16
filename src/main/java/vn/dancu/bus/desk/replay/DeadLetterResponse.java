package vn.dancu.bus.desk.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.replay.DeadLetter;

/** A dead letter of the list; see {@link DeadLetter}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterResponse(
        String id,
        String kind,
        String place,
        @Nullable String partner,
        @Nullable String messageId,
        Instant diedAt,
        String cause,
        @Nullable String field,
        @Nullable String rule,
        long length) {

    static DeadLetterResponse of(DeadLetter letter) {
        return new DeadLetterResponse(
                letter.id(),
                letter.kind().code(),
                letter.place(),
                letter.partner() == null ? null : letter.partner().value(),
                letter.messageId(),
                letter.diedAt(),
                letter.cause(),
                letter.field(),
                letter.rule(),
                letter.length());
    }
}
