package vn.dancu.bus.desk.console.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.audit.evidence.retention.ContentKeys;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.enrichment.difference.DecisionBatch;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.expiry.Expiries;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.policy.PolicyDraft;
import vn.dancu.bus.policy.PolicyDrafts;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.Deployment;

/**
 * What the running of the bus asks of somebody: dead letters, what ends soon, deployments that came to nothing, and what two
 * persons decide of the trail, the policy and differences of enrichment.
 */
final class UpkeepTaskReader {

    static final Duration COUNT_INTERVAL = Duration.ofSeconds(15);

    private static final Logger LOGGER = LoggerFactory.getLogger(UpkeepTaskReader.class);
    private static final int MAX_LOOKED_AT = 50;
    private static final Duration RECENT = Duration.ofHours(24);
    private static final Set<Deployment.State> CAME_TO_NOTHING =
            Set.of(Deployment.State.FAILED, Deployment.State.ROLLED_BACK);

    private final DeadLetters letters;
    private final Expiries expiries;
    private final Bundles bundles;
    private final ContentKeys keys;
    private final LegalHolds holds;
    private final PolicyDrafts drafts;
    private final Differences differences;
    private final Clock clock;
    private volatile int dead;
    private volatile long ending;

    UpkeepTaskReader(
            DeadLetters letters,
            Expiries expiries,
            Bundles bundles,
            ContentKeys keys,
            LegalHolds holds,
            PolicyDrafts drafts,
            Differences differences,
            Clock clock) {
        this.letters = letters;
        this.expiries = expiries;
        this.bundles = bundles;
        this.keys = keys;
        this.holds = holds;
        this.drafts = drafts;
        this.differences = differences;
        this.clock = clock;
    }

    /** Counts what takes longer, such as dead letters, for which queues are browsed: nobody who opens a page waits for that. */
    void count() {
        try {
            dead = letters.search(DeadLetterFilter.ALL, null, MAX_LOOKED_AT).size();
            Instant now = expiries.now();
            ending =
                    expiries.list().stream().filter(item -> isEnding(item, now)).count();
        } catch (RuntimeException e) {
            LOGGER.atDebug()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("Dead letters and what ends soon could not be counted; they are counted at the next time");
        }
    }

    /** Within 30 days, or over; a partner may have a newer one beside what is over. */
    private static boolean isEnding(ExpiringItem item, Instant now) {
        return switch (item.stateAt(now)) {
            case URGENT, SOON -> true;
            case EXPIRED -> item.owner() == null;
            case COMING, VALID, ENDLESS -> false;
        };
    }

    List<Task> of(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        if (actor.has(Role.OPERATOR)) {
            int found = dead;
            if (found > 0) {
                String text = found < MAX_LOOKED_AT ? "task.dead-letters" : "task.dead-letters-many";
                tasks.add(Task.several(text, found, "/desk/dead-letters"));
            }
            long soon = ending;
            if (soon > 0) {
                tasks.add(Task.several("task.ending", soon, "/desk/certificates"));
            }
            tasks.addAll(deployments());
        }
        if (actor.has(Role.OPERATOR) || actor.has(Role.APPROVER)) {
            tasks.addAll(ofTheTrail(actor));
            differences.decisions(DecisionBatch.State.PROPOSED, null, MAX_LOOKED_AT).stream()
                    .filter(decision -> !decision.proposedBy().equals(actor.name()))
                    .forEach(decision -> tasks.add(Task.of(
                            "task.confirm-differences",
                            decision.source().value(),
                            "/desk/differences/decisions/" + decision.id())));
        }
        if (actor.has(Role.POLICY_MANAGER) || actor.has(Role.APPROVER)) {
            drafts.list(Long.MAX_VALUE, MAX_LOOKED_AT).stream()
                    .filter(draft -> draft.state() == PolicyDraft.State.OPEN
                            && !draft.partners().isEmpty()
                            && !draft.authors().contains(actor.name()))
                    .forEach(draft -> tasks.add(
                            Task.of("task.publish-draft", draft.note(), "/desk/policy/drafts/" + draft.id())));
        }
        return tasks;
    }

    /** Of each bundle the last one, when it came to nothing within a day; a rollback is no end of the trouble. */
    private List<Task> deployments() {
        Instant since = clock.instant().minus(RECENT);
        List<Task> tasks = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Deployment each : bundles.deployments(null, null, MAX_LOOKED_AT)) {
            boolean isRollback =
                    each.cause() == Deployment.Cause.ROLLBACK || each.cause() == Deployment.Cause.SELF_ROLLBACK;
            if (isRollback && each.state() == Deployment.State.KEPT || seen.contains(each.name())) {
                continue;
            }
            seen.add(each.name());
            if (CAME_TO_NOTHING.contains(each.state()) && each.startedAt().isAfter(since)) {
                tasks.add(Task.of(
                        each.state() == Deployment.State.FAILED ? "task.deployment-failed" : "task.deployment-back",
                        each.name() + " " + each.version(),
                        "/desk/deployments/" + each.id()));
            }
        }
        return tasks;
    }

    private List<Task> ofTheTrail(Actor actor) {
        List<Task> tasks = new ArrayList<>();
        for (ContentKeys.Period key : keys.periods()) {
            String asked = key.destroyAskedBy();
            if (asked != null && key.destroyedAt() == null && !asked.equals(actor.name())) {
                tasks.add(Task.of("task.destroy-key", Integer.toString(key.number()), "/desk/retention"));
            }
        }
        for (LegalHolds.Hold hold : holds.holds()) {
            String asked = hold.releaseAskedBy();
            if (asked != null && hold.releasedAt() == null && !asked.equals(actor.name())) {
                tasks.add(Task.of("task.end-hold", hold.decision(), "/desk/holds"));
            }
        }
        return tasks;
    }
}
