package vn.dancu.bus.citizen.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.inspection.PersonEvents;
import vn.dancu.bus.kernel.Actor;

/**
 * Records as acts what becomes of the rules of disclosure: that one came into force, that uses under it can be seen now (once for
 * each use, together for all of a run), and that one was taken out, with which everything under it can be seen.
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
            Map<String, Instant> known = new TreeMap<>(disclosures.known());
            Instant now = clock.instant();
            concealments.rules().forEach(rule -> disclose(rule, known.remove(rule.id()), rule.hiddenAfter(now)));
            known.keySet().forEach(this::end);
        });
    }

    /** @param until what occurred up to this moment can be seen now */
    private void disclose(DisclosureRule rule, @Nullable Instant from, Instant until) {
        if (from == null) {
            disclosures.put(rule.id(), until);
            record("citizen.disclosure_rule_begun", rule.id(), terms(rule));
        } else if (from.isBefore(until)) {
            long count = count(rule, from, until);
            disclosures.put(rule.id(), until);
            if (count > 0) {
                record(
                        "citizen.accesses_disclosed",
                        rule.id(),
                        Map.of("from", from.toString(), "until", until.toString(), "entries", Long.toString(count)));
            }
        }
    }

    private long count(DisclosureRule rule, Instant from, Instant until) {
        Optional<PersonEvents.Concealment> concealment = concealments.concealment(rule, Instant.EPOCH);
        return concealment.isEmpty() ? 0 : events.concealed(concealment.get(), from, until);
    }

    private void end(String rule) {
        disclosures.remove(rule);
        record("citizen.disclosure_rule_ended", rule, Map.of());
    }

    private void record(String action, String rule, Map<String, String> detail) {
        acts.record(new Act(Actor.BUS, action, null, "disclosure/" + rule, detail));
    }

    private static Map<String, String> terms(DisclosureRule rule) {
        Object term = rule.hiddenFor() == null ? rule.hiddenUntil() : rule.hiddenFor();
        return Map.of("legalBasis", rule.legalBasis(), "hidden", Objects.toString(term));
    }
}
