package vn.dancu.bus.message.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * A document that is answered, or whose status is reported.
 *
 * @param organId the agency that issued it
 * @param code number and notation in one text, such as 15/UBND-KT
 * @param date when it was issued
 * @param documentId its id in the message that brought it
 * @param extensions elements that no schema knows
 */
public record ResponseFor(
        @Nullable String organId,
        @Nullable String code,
        @Nullable LocalDate date,
        @Nullable String documentId,
        List<Node> extensions) {

    public ResponseFor {
        extensions = List.copyOf(extensions);
    }
}
