package vn.dancu.bus.partner.connection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.connection.plan.StepPlan;

/** The face of this part of the room: what is asked goes to who does it. */
final class DelegatingConnections implements Connections {

    private final StepPlan plan;
    private final ApplicationOpener opener;
    private final ApplicationWorkflow workflow;
    private final ApplicationJournal journal;
    private final JdbcApplications applications;

    DelegatingConnections(
            StepPlan plan,
            ApplicationOpener opener,
            ApplicationWorkflow workflow,
            ApplicationJournal journal,
            JdbcApplications applications) {
        this.plan = plan;
        this.opener = opener;
        this.workflow = workflow;
        this.journal = journal;
        this.applications = applications;
    }

    @Override
    public StepPlan plan() {
        return plan;
    }

    @Override
    public Application apply(Applicant applicant, Actor by) {
        return opener.apply(applicant, by);
    }

    @Override
    public Application submit(PartnerId partner, String step, List<DocumentEvidence> evidence, Actor by) {
        return workflow.submit(partner, step, evidence, by);
    }

    @Override
    public Application approve(PartnerId partner, String step, Actor by) {
        return workflow.approve(partner, step, by);
    }

    @Override
    public Application sendBack(PartnerId partner, String step, String reason, Actor by) {
        return workflow.sendBack(partner, step, reason, by);
    }

    @Override
    public Application refuse(PartnerId partner, String reason, Actor by) {
        return workflow.refuse(partner, reason, by);
    }

    @Override
    public Optional<Application> find(PartnerId partner) {
        return journal.find(partner);
    }

    @Override
    public List<ApplicationProgress> list(@Nullable String state, @Nullable PartnerId after, int limit) {
        return applications.list(state, after, limit);
    }
}
