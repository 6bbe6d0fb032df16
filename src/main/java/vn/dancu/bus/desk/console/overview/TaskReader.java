package vn.dancu.bus.desk.console.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.connection.Application;
import vn.dancu.bus.partner.connection.ApplicationProgress;
import vn.dancu.bus.partner.connection.Connections;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;
import vn.dancu.bus.partner.suspension.Proposal;
import vn.dancu.bus.partner.suspension.Suspension;
import vn.dancu.bus.partner.suspension.Suspensions;
import vn.dancu.bus.replay.Replay;
import vn.dancu.bus.replay.Replays;

/**
 * What waits for somebody: proposals, urgent suspensions and replays that a role of theirs decides, what the running of the bus
 * asks, and steps of applications.
 */
final class TaskReader {

    private static final int MAX_TASKS = 20;
    private static final int MAX_LOOKED_AT = 50;
    private static final Set<String> OVER = Set.of("checked", "refused");

    private final Connections connections;
    private final Suspensions suspensions;
    private final Replays replays;
    private final Partners partners;
    private final UpkeepTaskReader upkeep;
    private final Clock clock;

    TaskReader(
            Connections connections,
            Suspensions suspensions,
            Replays replays,
            Partners partners,
            UpkeepTaskReader upkeep,
            Clock clock) {
        this.connections = connections;
        this.suspensions = suspensions;
        this.replays = replays;
        this.partners = partners;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    List<Task> of(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        if (actor.has(Role.APPROVER)) {
            suspensions.open().stream()
                    .filter(proposal -> !proposal.proposedBy().equals(actor.name()))
                    .forEach(proposal -> tasks.add(task(proposal)));
            Instant now = clock.instant();
            suspensions.list(null, null, MAX_LOOKED_AT).stream()
                    .filter(it -> it.isUnconfirmed() && it.stateAt(now) == Suspension.State.RUNNING)
                    .filter(it -> !it.orderedBy().equals(actor.name()))
                    .forEach(it -> tasks.add(task(it)));
        }
        if (actor.has(Role.APPROVER) || actor.has(Role.OPERATOR)) {
            replays.list(null, MAX_LOOKED_AT).stream()
                    .filter(replay -> replay.state() == Replay.State.PROPOSED)
                    .filter(replay -> !replay.proposedBy().equals(actor.name()))
                    .forEach(replay -> tasks.add(task(replay)));
        }
        if (actor.has(Role.OPERATOR)) {
            long suspended = partners.all().stream()
                    .filter(partner -> partner.state() == Partner.State.SUSPENDED)
                    .count();
            if (suspended > 0) {
                tasks.add(Task.several("task.suspended", suspended, "/desk/suspensions"));
            }
        }
        tasks.addAll(upkeep.of(actor));
        tasks.addAll(applications(actor));
        return tasks.stream().limit(MAX_TASKS).toList();
    }

    private static Task task(Proposal proposal) {
        String text =
                proposal.action() == Proposal.Action.TERMINATE ? "task.confirm-termination" : "task.confirm-return";
        return Task.of(text, proposal.partner().value(), "/desk/suspensions");
    }

    private static Task task(Replay proposed) {
        return Task.of("task.confirm-replay", proposed.reason(), "/desk/replays/" + proposed.id());
    }

    private static Task task(Suspension urgent) {
        String subject = urgent.partner() == null ? "" : urgent.partner().value();
        Instant due =
                urgent.confirmation() == null ? null : urgent.confirmation().dueBy();
        return new Task("task.confirm-in-writing", subject, 1, null, null, null, due, false, "/desk/suspensions");
    }

    private List<Task> applications(Actor actor) {
        LocalDate today = WorkingDays.dayOf(clock.instant());
        List<Task> tasks = new ArrayList<>();
        for (ApplicationProgress progress : connections.list(null, null, MAX_LOOKED_AT)) {
            if (tasks.size() < MAX_TASKS && !OVER.contains(progress.state().code())) {
                connections
                        .find(progress.applicant().partner())
                        .map(application -> task(application, actor, today))
                        .ifPresent(tasks::add);
            }
        }
        return tasks;
    }

    private static @Nullable Task task(Application application, Actor actor, LocalDate today) {
        ApplicationProgress progress = application.progress();
        ConnectionStep step =
                progress.state().step().flatMap(application.plan()::find).orElse(null);
        if (step == null) {
            return null;
        }
        boolean decides = progress.state().code().equals("in-review");
        boolean mine = decides
                ? awaits(application, step, actor)
                : step.handIn().roles().stream().anyMatch(actor::has);
        if (!mine) {
            return null;
        }
        return new Task(
                decides ? "task.decide-step" : "task.hand-in",
                progress.applicant().name(),
                1,
                step.name().vi(),
                step.name().en(),
                progress.dueOn(),
                null,
                progress.isOverdue(today),
                "/desk/partners/" + progress.applicant().partner().value());
    }

    private static boolean awaits(Application application, ConnectionStep step, Actor actor) {
        List<Role> open = new ArrayList<>(step.decision().approvals());
        application.approvals(step.id()).forEach(approval -> open.remove(approval.role()));
        boolean own = application.progress().appliedBy().equals(actor.name());
        return !own && open.stream().anyMatch(actor::has);
    }
}
