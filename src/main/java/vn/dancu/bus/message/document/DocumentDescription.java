package vn.dancu.bus.message.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.Priority;
import vn.dancu.bus.message.document.code.SteeringType;

/**
 * What a document is about and how it is to be handled.
 *
 * @param subject what it is about (trích yếu)
 * @param dueDate until when it is to be dealt with
 * @param places the list of recipients at its foot (nơi nhận)
 * @param steering whether it gives instructions
 */
public record DocumentDescription(
        @Nullable String subject,
        @Nullable String content,
        @Nullable LocalDate dueDate,
        List<String> places,
        @Nullable OtherInfo other,
        @Nullable Coded<SteeringType> steering) {

    public DocumentDescription {
        places = List.copyOf(places);
    }

    /** A description that has a subject and nothing else. */
    public static DocumentDescription of(@Nullable String subject) {
        return new DocumentDescription(subject, null, null, List.of(), null, null);
    }

    /**
     * The rest of what the standard has a place for. ReplyFors and ReferenceCodes, of which no sample was found, are kept in
     * {@link EDocument#extensions} of OtherInfo.
     *
     * @param typist TyperNotation: the letters of who typed it
     * @param copies PromulgationAmount
     * @param direction as the wire says it; its meaning was not found
     */
    public record OtherInfo(
            @Nullable Coded<Priority> priority,
            @Nullable String sphere,
            @Nullable String typist,
            @Nullable Integer copies,
            @Nullable Integer pages,
            @Nullable Boolean direction,
            List<String> appendixes) {

        public OtherInfo {
            appendixes = List.copyOf(appendixes);
        }
    }

    @Override
    public String toString() {
        return "DocumentDescription[masked]";
    }
}
