package vn.dancu.bus.desk.policy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.policy.PolicyDraft;

/** A draft as it is answered. */
record DraftResponse(
        long id,
        long base,
        @Nullable Long fromVersion,
        String note,
        List<String> authors,
        String state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Long publishedAs,
        List<String> partners) {

    static DraftResponse of(PolicyDraft draft) {
        return new DraftResponse(
                draft.id(),
                draft.base(),
                draft.origin(),
                draft.note(),
                draft.authors(),
                draft.state().name().toLowerCase(Locale.ROOT),
                draft.openedAt(),
                draft.closedAt(),
                draft.publishedAs(),
                draft.partners());
    }
}
