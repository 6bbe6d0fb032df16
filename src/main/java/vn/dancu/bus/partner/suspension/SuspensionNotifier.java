package vn.dancu.bus.partner.suspension;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.Notices;

/** Records a move, writes the notices to the partners concerned and publishes the change inside this instance. */
final class SuspensionNotifier {

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Acts acts;
    private final Notices notices;
    private final Consumer<Changed> rooms;

    SuspensionNotifier(Acts acts, Notices notices, Consumer<Changed> rooms) {
        this.acts = acts;
        this.notices = notices;
        this.rooms = rooms;
    }

    void ordered(Suspension suspension, SuspensionGround ground, List<PartnerId> concerned, Actor by) {
        Map<String, String> values = values(suspension, ground);
        boolean ahead = suspension.since().isAfter(suspension.orderedAt());
        record(by, ahead ? "partner.suspension_scheduled" : "partner.suspended", suspension, values);
        Instant due = suspension.orderedAt().plus(ONE_DAY.multipliedBy(ground.noticeWithinDays()));
        NoticeKind now = suspension.isUnconfirmed() ? NoticeKind.SUSPENDED_URGENTLY : NoticeKind.SUSPENDED;
        boolean unused = write(concerned, ahead ? NoticeKind.SUSPENSION_ANNOUNCED : now, suspension, due, values);
    }

    void confirmed(
            Suspension suspension, SuspensionGround ground, Suspension.Entered entered, PartnerId partner, Actor by) {
        Map<String, String> values = values(suspension, ground);
        values.put("document", entered.document());
        record(by, "partner.suspension_confirmed", suspension, values);
        boolean unused = write(
                List.of(partner),
                NoticeKind.SUSPENSION_CONFIRMED,
                suspension,
                entered.at().plus(ONE_DAY),
                values);
    }

    /**
     * Writes once that an unconfirmed suspension is about to lapse, or has lapsed.
     *
     * @return whether it was written, and not before
     */
    boolean lapses(
            NoticeKind kind,
            String action,
            Suspension suspension,
            SuspensionGround ground,
            PartnerId partner,
            Instant due) {
        Map<String, String> values = values(suspension, ground);
        if (!write(List.of(partner), kind, suspension, due, values)) {
            return false;
        }
        record(Actor.BUS, action, suspension, values);
        return true;
    }

    void closed(
            Suspension suspension,
            SuspensionGround ground,
            Suspension.Closing closing,
            List<PartnerId> concerned,
            Actor by) {
        Map<String, String> values = values(suspension, ground);
        values.put("reason", closing.evidence());
        record(by, closing.resumed() ? "partner.resumed" : "partner.suspension_cancelled", suspension, values);
        NoticeKind kind = closing.resumed() ? NoticeKind.RESUMED : NoticeKind.SUSPENSION_CANCELLED;
        boolean unused = write(concerned, kind, suspension, closing.at().plus(ONE_DAY), values);
    }

    void terminated(Proposal proposal, TerminationGround ground, Instant now, Actor by) {
        Map<String, String> values = new HashMap<>(Map.of(
                "ground", ground.code(),
                "groundVi", ground.vietnamese(),
                "groundEn", ground.english(),
                "reason", proposal.reason(),
                "proposedBy", proposal.proposedBy(),
                "since", now.toString()));
        acts.record(new Act(by, "partner.terminated", proposal.partner(), subject(proposal), detail(values)));
        values.put("partner", proposal.partner().value());
        notices.write(
                proposal.partner(),
                NoticeKind.TERMINATED,
                "terminated/" + proposal.id(),
                now.plus(ONE_DAY),
                Map.copyOf(values));
        rooms.accept(new Changed("partner"));
    }

    void proposed(Proposal proposal, Actor by) {
        record(
                proposal,
                by,
                proposal.action() == Proposal.Action.TERMINATE
                        ? "partner.termination_proposed"
                        : "partner.resumption_proposed");
    }

    void withdrawn(Proposal proposal, Actor by) {
        record(proposal, by, "partner.proposal_withdrawn");
    }

    private void record(Proposal proposal, Actor by, String action) {
        String ground = proposal.ground();
        acts.record(new Act(
                by,
                action,
                proposal.partner(),
                subject(proposal),
                Map.of("reason", proposal.reason(), "ground", ground == null ? "" : ground)));
    }

    private void record(Actor by, String action, Suspension suspension, Map<String, String> values) {
        acts.record(new Act(by, action, suspension.partner(), "suspension/" + suspension.id(), detail(values)));
        rooms.accept(new Changed("partner"));
    }

    /** Whether one of the notices was new. */
    private boolean write(
            List<PartnerId> concerned,
            NoticeKind kind,
            Suspension suspension,
            Instant due,
            Map<String, String> values) {
        boolean written = false;
        for (PartnerId partner : concerned) {
            values.put("partner", partner.value());
            written |= notices.write(
                    partner, kind, kind.code() + "/" + suspension.id() + "/" + partner, due, Map.copyOf(values));
        }
        return written;
    }

    private static Map<String, String> values(Suspension suspension, SuspensionGround ground) {
        Map<String, String> values = new HashMap<>(Map.of(
                "ground", ground.code(),
                "groundVi", ground.vietnamese(),
                "groundEn", ground.english(),
                "since", suspension.since().toString(),
                "reason", suspension.reason()));
        put(values, "until", suspension.until());
        put(values, "returnCondition", suspension.returnCondition());
        return values;
    }

    /** The record has the code of the ground; its names are for the notice. */
    private static Map<String, String> detail(Map<String, String> values) {
        Map<String, String> detail = new HashMap<>(values);
        detail.keySet().removeAll(Set.of("groundVi", "groundEn"));
        return detail;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static String subject(Proposal proposal) {
        return "proposal/" + proposal.id();
    }
}
