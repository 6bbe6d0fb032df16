package vn.dancu.bus.citizen.correction;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Correction requests as those who run the bus see them: without what was written, and never whose they are. */
public interface CorrectionOversight {

    /**
     * The youngest first.
     *
     * @param isOverdue only those whose day is over without an answer
     * @param after number of the last one of the page before; null for the first
     */
    List<Correction> list(boolean isOverdue, @Nullable String after, int limit);

    Optional<Correction> find(String number);
}
