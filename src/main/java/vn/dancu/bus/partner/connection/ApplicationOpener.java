package vn.dancu.bus.partner.connection;

import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.connection.plan.StepPlan;

/** Opens applications. */
final class ApplicationOpener {

    private final ApplicationJournal journal;
    private final StepPlan plan;
    private final Authorities authorities;
    private final Partners partners;
    private final PartnerLifecycle lifecycle;

    ApplicationOpener(
            ApplicationJournal journal,
            StepPlan plan,
            Authorities authorities,
            Partners partners,
            PartnerLifecycle lifecycle) {
        this.journal = journal;
        this.plan = plan;
        this.authorities = authorities;
        this.partners = partners;
        this.lifecycle = lifecycle;
    }

    Application apply(Applicant applicant, Actor by) {
        ApprovalRules.require(by, plan.first().handIn().roles());
        if (authorities.find(applicant.authority().value()).isEmpty()) {
            throw invalid("authority", "the code of an authority that is registered");
        }
        requirePlatform(applicant);
        Partner partner = new Partner(
                applicant.partner(),
                applicant.name(),
                applicant.authority().value(),
                applicant.dialect(),
                Partner.State.CONNECTING);
        return journal.begin(
                plan, applicant, new ApplicationStateMachine(plan).begin(), by, () -> lifecycle.open(partner, by));
    }

    private void requirePlatform(Applicant applicant) {
        if (applicant.via() != null
                && partners.find(applicant.via())
                        .filter(it -> it.objection().isEmpty())
                        .isEmpty()) {
            throw invalid("via", "the id of a partner that may connect itself");
        }
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
