package vn.dancu.bus.document.answer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.code.StatusCode;

/**
 * What became of a document, for its sender.
 *
 * @param from the agency of the bus
 * @param document the document that came
 * @param description for people, Vietnamese, such as why it is refused; the meaning of the code where it is null
 * @param at when, in Vietnam's time
 */
public record StatusReport(
        Organization from, EDocument document, StatusCode code, @Nullable String description, LocalDateTime at) {

    @Override
    public String toString() {
        return "StatusReport[" + code + ", masked]";
    }
}
