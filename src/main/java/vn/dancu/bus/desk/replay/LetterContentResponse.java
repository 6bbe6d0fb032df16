package vn.dancu.bus.desk.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.replay.LetterContent;

/** A letter with its body, masked or in clear; without a body that cannot be shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterContentResponse(DeadLetterResponse letter, @Nullable String contentType, @Nullable String text) {

    static LetterContentResponse of(LetterContent content) {
        return new LetterContentResponse(
                DeadLetterResponse.of(content.letter()), content.contentType(), content.text());
    }

    /** The body stays out of logs. */
    @Override
    public String toString() {
        return "LetterContentResponse[" + letter.id() + "]";
    }
}
