package vn.dancu.bus.enrichment.check;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.enrichment.file.DateForm;

/** Holds one value against its rule. Thread-safe. */
@FunctionalInterface
public interface ValueCheck {

    /**
     * Puts the canonical form of the value where it belongs, or says why there is none.
     *
     * @param written not empty, without white space around it
     * @param canonical receives the canonical form at {@code place}
     * @return null when the value is right
     */
    @Nullable
    RefusalReason check(String written, Written form, @Nullable String[] canonical, int place);

    /**
     * What counts for all values of a file.
     *
     * @param today no day of a record lies after it where its rule says so
     */
    record Written(Set<DateForm> dates, LocalDate today) {}
}
