package vn.dancu.bus.document.summary;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a summary says. Texts are Vietnamese and for people.
 *
 * @param answeredBy the agency that answers
 * @param askedBy who asked, and for what
 * @param received when the request came, in Vietnam's time
 * @param answered when it was answered, in Vietnam's time
 * @param counts how many persons had which outcome, in the order of the page
 * @param persons the first persons, at most {@link #MAX_PERSONS}
 * @param total persons of the request; the page says where the rest is when {@code persons} is shorter
 * @param resultsFile the name of the attachment with all results
 */
public record SummaryContent(
        String answeredBy,
        Asker askedBy,
        LocalDateTime received,
        LocalDateTime answered,
        List<Count> counts,
        List<Person> persons,
        int total,
        String resultsFile) {

    /** The most persons that are listed one by one. */
    public static final int MAX_PERSONS = 500;

    public SummaryContent {
        counts = List.copyOf(counts);
        persons = List.copyOf(persons);
        if (persons.size() > MAX_PERSONS || total < persons.size()) {
            throw new IllegalArgumentException(
                    "A summary lists at most " + MAX_PERSONS + " persons, and no more than there are");
        }
    }

    /**
     * Who asked, and for what.
     *
     * @param agency its name, or its code where the name is not known
     * @param agencyCode its code
     * @param documentId the id of the request document
     * @param code number and notation of the request document, such as 15/UBND-KT
     * @param subject its subject (trích yếu)
     * @param officer who asks for the agency
     * @param procedure the procedure (thủ tục hành chính)
     * @param purpose the purpose by its name
     */
    public record Asker(
            String agency,
            String agencyCode,
            String documentId,
            @Nullable String code,
            @Nullable String subject,
            @Nullable String officer,
            @Nullable String procedure,
            @Nullable String purpose) {}

    /** How many persons had an outcome, such as "Có thông tin". */
    public record Count(String outcome, int persons) {}

    /**
     * One person's line.
     *
     * @param row the row in the request, from 1
     * @param maskedId the personal id number with all but its last digits masked
     * @param outcome what came of it, in words
     * @param code the stable code where the question was refused or failed
     */
    public record Person(int row, String maskedId, String outcome, @Nullable String code) {}

    @Override
    public String toString() {
        return "SummaryContent[masked]";
    }
}
