package vn.dancu.bus.partner.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/** The face of this part of the room: what is asked goes to who does it. */
final class Connecting implements Connections {

    private final StepPlan plan;
    private final Opening opening;
    private final Moving moving;
    private final Ledger ledger;
    private final JdbcApplications applications;

    Connecting(StepPlan plan, Opening opening, Moving moving, Ledger ledger, JdbcApplications applications) {
        this.plan = plan;
        this.opening = opening;
        this.moving = moving;
        this.ledger = ledger;
        this.applications = applications;
    }

    @Override
    public StepPlan plan() {
        return plan;
    }

    @Override
    public Application apply(Applicant applicant, Actor by) {
        return opening.apply(applicant, by);
    }

    @Override
    public Application submit(PartnerId partner, String step, List<Evidence> evidence, Actor by) {
        return moving.submit(partner, step, evidence, by);
    }

    @Override
    public Application approve(PartnerId partner, String step, Actor by) {
        return moving.approve(partner, step, by);
    }

    @Override
    public Application sendBack(PartnerId partner, String step, String reason, Actor by) {
        return moving.sendBack(partner, step, reason, by);
    }

    @Override
    public Application refuse(PartnerId partner, String reason, Actor by) {
        return moving.refuse(partner, reason, by);
    }

    @Override
    public Optional<Application> find(PartnerId partner) {
        return ledger.find(partner);
    }

    @Override
    public List<Progress> list(@Nullable String state, @Nullable PartnerId after, int limit) {
        return applications.list(state, after, limit);
    }
}
