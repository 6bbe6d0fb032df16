package vn.dancu.bus.enrichment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.BirthDate;

/** What the check made of a record: the key of the person and the values of the group, or why not. */
public sealed interface CheckedRecord {

    /** Where the record begins in the file, from 1. */
    long line();

    /**
     * It may be matched.
     *
     * @param number of the person: 12 digits, or 9 of the older card
     * @param foldedName as {@link vn.dancu.bus.kernel.name.NameNormalizer#fold} has it
     * @param verifiedOn when the source verified the values; null where the file does not say, then the day of the manifest counts
     * @param recordId how the source finds its record again, such as the number of a card; null where it has none
     * @param values in the order of {@link EnrichmentSource#elements()}, in canonical form: dates ISO 8601, codes of the list; null
     *     where there is none. The list is not copied
     */
    record Accepted(
            long line,
            String number,
            String foldedName,
            BirthDate birthDate,
            @Nullable LocalDate verifiedOn,
            @Nullable String recordId,
            List<@Nullable String> values)
            implements CheckedRecord {

        @Override
        public String toString() {
            return "Accepted[masked]";
        }
    }

    /**
     * It goes back to the source.
     *
     * @param field the column by its name in the source's file; empty when the record as a whole is meant
     */
    record Refused(long line, RefusalReason reason, String field) implements CheckedRecord {}
}
