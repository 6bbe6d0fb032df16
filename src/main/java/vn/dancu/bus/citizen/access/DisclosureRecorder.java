package vn.dancu.bus.citizen.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.audit.inspection.PersonEvents.Concealment;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * Records as acts what becomes of the rules of disclosure: that one came into force or was changed, that uses under it can be seen now
 * (once for each use, together for all of a run), and that one was taken out, with which everything under it can be seen.
 */
final class DisclosureRecorder {

    private final Concealments concealments;
    private final PersonEvents events;
    private final JdbcDisclosures disclosures;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final Clock clock;

    DisclosureRecorder(
            Concealments concealments,
            PersonEvents events,
            JdbcDisclosures disclosures,
            Acts acts,
            TransactionOperations transactions,
            Clock clock) {
        this.concealments = concealments;
        this.events = events;
        this.disclosures = disclosures;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Records what has changed since the last time, by whichever instance. */
    void run() {
        transactions.executeWithoutResult(status -> {
            disclosures.lock();
            Map<String, JdbcDisclosures.Known> known = disclosures.known();
            Instant now = clock.instant();
            concealments.rules().forEach(rule -> record(rule, known, now));
            Set<String> ended = new TreeSet<>(known.keySet());
            concealments.rules().forEach(rule -> ended.remove(rule.id()));
            ended.forEach(this::end);
        });
    }

    private void record(DisclosureRule rule, Map<String, JdbcDisclosures.Known> known, Instant now) {
        JdbcDisclosures.Known before = known.get(rule.id());
        Instant until = rule.hiddenSince(now);
        String terms = rule.terms().toString();
        if (before == null || !before.terms().equals(terms)) {
            String what = before == null ? "citizen.disclosure_rule_begun" : "citizen.disclosure_rule_changed";
            record(what, rule.id(), rule.terms());
        }
        if (before != null && before.disclosedUntil().isBefore(until)) {
            disclose(rule, before.disclosedUntil(), until, otherwise(rule, known, now));
        }
        disclosures.put(rule.id(), new JdbcDisclosures.Known(until, terms));
    }

    /** @param until what occurred before this moment can be seen now */
    private void disclose(DisclosureRule rule, Instant from, Instant until, List<Concealment> otherwise) {
        Map<String, String> detail = new TreeMap<>(Map.of("from", from.toString(), "until", until.toString()));
        try {
            long count = concealments
                    .concealment(rule, Instant.EPOCH)
                    .map(it -> events.concealed(it, from, until, otherwise))
                    .orElse(0L);
            if (count == 0) {
                return;
            }
            detail.put("entries", Long.toString(count));
        } catch (BusException e) {
            if (e.refusal().code() != ErrorCode.SEARCH_TOO_WIDE) {
                throw e;
            }
            // They can be seen all the same, and that is said without a number.
        }
        record("citizen.accesses_disclosed", rule.id(), detail);
    }

    /** What other rules hide: of two whose time ends together the first one counts what both had hidden. */
    private List<Concealment> otherwise(DisclosureRule rule, Map<String, JdbcDisclosures.Known> known, Instant now) {
        List<Concealment> otherwise = new ArrayList<>();
        boolean isBefore = true;
        for (DisclosureRule other : concealments.rules()) {
            if (other.id().equals(rule.id())) {
                isBefore = false;
            } else {
                JdbcDisclosures.Known its = known.get(other.id());
                Instant since = other.hiddenSince(now);
                if (isBefore && its != null && its.disclosedUntil().isBefore(since)) {
                    since = its.disclosedUntil();
                }
                concealments.concealment(other, since).ifPresent(otherwise::add);
            }
        }
        return otherwise;
    }

    private void end(String rule) {
        disclosures.remove(rule);
        record("citizen.disclosure_rule_ended", rule, Map.of());
    }

    private void record(String action, String rule, Map<String, String> detail) {
        acts.record(new Act(Actor.BUS, action, null, "disclosure/" + rule, detail));
    }
}
