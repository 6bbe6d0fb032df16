package vn.dancu.bus.document.answer;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Organization;

/**
 * The answer to a document.
 *
 * @param id of the answer: the same at each try, so that a receiver knows it again
 * @param from the agency of the bus
 * @param request the document that is answered: its sender receives the answer, and ResponseFor names it
 * @param summary what the answer says in a sentence, Vietnamese
 * @param issued when, in Vietnam's time
 * @param files such as {@code Attachment.of("ket-qua", "ket-qua.csv", "text/csv", content)}
 */
public record AnswerDocument(
        String id,
        Organization from,
        EDocument request,
        @Nullable String summary,
        LocalDateTime issued,
        List<Attachment> files) {

    public AnswerDocument {
        files = List.copyOf(files);
    }

    @Override
    public String toString() {
        return "AnswerDocument[masked]";
    }
}
