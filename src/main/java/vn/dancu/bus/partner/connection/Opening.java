package vn.dancu.bus.partner.connection;

import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.LifeCycle;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Opens applications. */
final class Opening {

    private final Ledger ledger;
    private final StepPlan plan;
    private final Authorities authorities;
    private final Partners partners;
    private final LifeCycle lifeCycle;

    Opening(Ledger ledger, StepPlan plan, Authorities authorities, Partners partners, LifeCycle lifeCycle) {
        this.ledger = ledger;
        this.plan = plan;
        this.authorities = authorities;
        this.partners = partners;
        this.lifeCycle = lifeCycle;
    }

    Application apply(Applicant applicant, Actor by) {
        Persons.require(by, plan.first().handIn().roles());
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
        return ledger.begin(plan, applicant, new Course(plan).begin(), by, () -> lifeCycle.open(partner, by));
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
