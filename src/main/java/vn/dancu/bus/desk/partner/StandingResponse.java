package vn.dancu.bus.desk.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerState;

/**
 * Where a partner stands, as JSON.
 *
 * @param state connecting, refused, active, lapsed, suspended or terminated
 * @param refusedWith the code at every door; absent when the partner may connect
 */
record StandingResponse(
        String state,
        @Nullable String refusedWith,
        @Nullable LocalDate agreementEnds,
        @Nullable String ground,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String returnCondition) {

    static StandingResponse of(Partner partner) {
        PartnerState standing = partner.standing();
        LocalDate ends = null;
        String ground = null;
        Instant since = null;
        Instant until = null;
        String condition = null;
        if (standing instanceof PartnerState.Active active) {
            ends = active.agreementEnds();
        } else if (standing instanceof PartnerState.Lapsed lapsed) {
            ends = lapsed.agreementEnded();
        } else if (standing instanceof PartnerState.Suspended suspended) {
            ground = suspended.ground();
            since = suspended.since();
            until = suspended.until();
            condition = suspended.returnCondition();
        } else if (standing instanceof PartnerState.Terminated terminated) {
            ground = terminated.ground();
            since = terminated.since();
        }
        return new StandingResponse(
                partner.state().name().toLowerCase(Locale.ROOT),
                partner.objection().map(ErrorCode::code).orElse(null),
                ends,
                ground,
                since,
                until,
                condition);
    }
}
