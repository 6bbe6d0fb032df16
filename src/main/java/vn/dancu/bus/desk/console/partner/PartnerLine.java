package vn.dancu.bus.desk.console.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerState;
import vn.dancu.bus.partner.connection.ApplicationProgress;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;

/**
 * A partner in the list.
 *
 * @param tone of the badge of its state
 * @param progress its application; null for a partner that the policy file brought
 * @param step at which the application stands; null when it has ended
 * @param agreementEnds null when the agreement has no end, or there is none in force
 */
record PartnerLine(
        Partner partner,
        String tone,
        @Nullable ApplicationProgress progress,
        @Nullable ConnectionStep step,
        boolean overdue,
        @Nullable LocalDate agreementEnds) {

    static PartnerLine of(
            Partner partner, @Nullable ApplicationProgress progress, @Nullable ConnectionStep step, LocalDate today) {
        LocalDate ends = partner.standing() instanceof PartnerState.Active active ? active.agreementEnds() : null;
        return new PartnerLine(
                partner, tone(partner.state()), progress, step, progress != null && progress.isOverdue(today), ends);
    }

    static String tone(Partner.State state) {
        return switch (state) {
            case ACTIVE -> "good";
            case CONNECTING -> "info";
            case SUSPENDED, LAPSED -> "warn";
            case REFUSED, TERMINATED -> "bad";
        };
    }
}
