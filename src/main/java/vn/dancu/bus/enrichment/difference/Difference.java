package vn.dancu.bus.enrichment.difference;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;

/**
 * A difference without what it says of anybody.
 *
 * @param document with which the source sent it
 * @param verifiedOn when the source verified it
 * @param isKnown whether its number leads to somebody of the register: it can be accepted then
 * @param isEnded whether its job has ended: it can be decided then
 * @param isMarked whether its source wants a second person for it
 * @param decision that holds it, or by which the source was asked; null for an open one
 * @param result outcome of the merge of one that was accepted
 */
public record Difference(
        DifferenceKey key,
        UUID job,
        SourceCode source,
        String document,
        RecordOutcome outcome,
        LocalDate verifiedOn,
        boolean isKnown,
        boolean isEnded,
        boolean isMarked,
        DifferenceState state,
        @Nullable UUID decision,
        @Nullable RecordOutcome result) {}
