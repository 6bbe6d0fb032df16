package vn.dancu.bus.desk.console.partner;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.connection.Application;
import vn.dancu.bus.partner.connection.ApplicationMove;
import vn.dancu.bus.partner.connection.DocumentEvidence;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;

/**
 * A step of an application as somebody sees it.
 *
 * @param standing done, here or ahead
 * @param documents what is handed in here, each with the latest evidence
 * @param awaited roles whose approval is still awaited
 * @param mayHandIn whether a form to hand in could succeed
 * @param mayDecide whether an approval of whoever looks could succeed
 * @param maySendBack whether the documents may be sent back by whoever looks
 */
record StepLine(
        ConnectionStep step,
        String standing,
        List<Paper> documents,
        List<ApplicationMove> approvals,
        List<Role> awaited,
        boolean mayHandIn,
        boolean mayDecide,
        boolean maySendBack) {

    /** @param evidence null as long as it was not handed in */
    record Paper(ConnectionStep.Document document, @Nullable DocumentEvidence evidence) {}

    static List<StepLine> of(Application application, Actor actor) {
        List<StepLine> lines = new ArrayList<>();
        int done = application.stepsDone();
        boolean over = application.progress().state().step().isEmpty();
        for (int i = 0; i < application.plan().steps().size(); i++) {
            ConnectionStep step = application.plan().steps().get(i);
            boolean here = !over && i == done;
            lines.add(line(application, step, actor, i < done ? "done" : here ? "here" : "ahead"));
        }
        return lines;
    }

    private static StepLine line(Application application, ConnectionStep step, Actor actor, String standing) {
        List<ApplicationMove> approvals = application.approvals(step.id());
        List<Role> awaited = new ArrayList<>(step.decision().approvals());
        approvals.forEach(approval -> awaited.remove(approval.role()));
        boolean here = standing.equals("here");
        boolean inReview = application.progress().state().code().equals("in-review");
        boolean approver = step.decision().approvals().stream().anyMatch(actor::has);
        return new StepLine(
                step,
                standing,
                papers(application, step),
                approvals,
                standing.equals("done") ? List.of() : awaited,
                here && step.handIn().roles().stream().anyMatch(actor::has),
                here && inReview && awaited.stream().anyMatch(actor::has) && !isOwn(application, step, actor),
                here && inReview && approver);
    }

    private static List<Paper> papers(Application application, ConnectionStep step) {
        boolean throughPlatform = application.progress().applicant().via() != null;
        List<DocumentEvidence> handedIn = application.evidence(step.id());
        return step.required(throughPlatform).stream()
                .map(document -> new Paper(
                        document,
                        handedIn.stream()
                                .filter(one -> one.document().equals(document.id()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static boolean isOwn(Application application, ConnectionStep step, Actor actor) {
        return application.progress().appliedBy().equals(actor.name())
                || application.moves().stream()
                        .anyMatch(move -> move.step().equals(step.id())
                                && move.by().equals(actor.name())
                                && (move.kind() == ApplicationMove.Kind.SUBMITTED
                                        || move.kind() == ApplicationMove.Kind.APPROVED));
    }
}
