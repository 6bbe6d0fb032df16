package vn.dancu.bus.desk.partner;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.suspension.Suspension;

/**
 * A suspension as JSON.
 *
 * @param partner absent when it suspends all
 * @param state scheduled, running, ended, lapsed, resumed or cancelled
 * @param confirmBy of an urgent one: it lapses then unless it is confirmed in writing
 * @param confirmation number of the document that confirmed it
 */
record SuspensionResponse(
        UUID id,
        @Nullable String partner,
        String ground,
        String state,
        Instant since,
        @Nullable Instant until,
        String reason,
        @Nullable String returnCondition,
        Instant orderedAt,
        String orderedBy,
        @Nullable Instant confirmBy,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable String confirmation,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String evidence) {

    static SuspensionResponse of(Suspension one, Instant now) {
        PartnerId partner = one.partner();
        Suspension.Closing closing = one.closing();
        Suspension.Confirmation confirmation = one.confirmation();
        Suspension.Entered entered = confirmation == null ? null : confirmation.entered();
        return new SuspensionResponse(
                one.id(),
                partner == null ? null : partner.value(),
                one.ground(),
                one.stateAt(now).name().toLowerCase(Locale.ROOT),
                one.since(),
                one.until(),
                one.reason(),
                one.returnCondition(),
                one.orderedAt(),
                one.orderedBy(),
                confirmation == null ? null : confirmation.dueBy(),
                entered == null ? null : entered.at(),
                entered == null ? null : entered.by(),
                entered == null ? null : entered.document(),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.by(),
                closing == null ? null : closing.evidence());
    }
}
