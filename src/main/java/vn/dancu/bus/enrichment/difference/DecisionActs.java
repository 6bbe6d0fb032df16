package vn.dancu.bus.enrichment.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** Records who looks at differences and who decides them, in the transaction of the caller. */
final class DecisionActs {

    private final Acts acts;
    private final SecretBox box;

    DecisionActs(Acts acts, SecretBox box) {
        this.acts = acts;
        this.box = box;
    }

    void looked(Actor by, List<ComparedRecord> records, String reason) {
        acts.recordAll(records.stream()
                .map(each -> new Act(
                        by,
                        "enrichment.difference_looked",
                        null,
                        subject(each.difference().key()),
                        Map.of(
                                "reason",
                                reason,
                                "source",
                                each.difference().source().value()),
                        person((each.held() == null ? each.delivered() : each.held()).number())))
                .toList());
    }

    void proposed(Actor by, DecisionBatch batch) {
        record(by, "enrichment.decision_proposed", batch, batch.reason());
    }

    void rejected(Actor by, DecisionBatch batch, String reason) {
        record(by, "enrichment.decision_rejected", batch, reason);
    }

    /** Of the decision as a whole, and of each person whom it is about. */
    void decided(Actor by, DecisionBatch batch, List<JdbcDecisions.DecidedLine> lines) {
        record(by, "enrichment.decision_made", batch, batch.reason());
        acts.recordAll(lines.stream()
                .map(line -> new Act(
                        by,
                        "enrichment.difference_decided",
                        batch.authority(),
                        subject(line.key()),
                        Map.of(
                                "decision",
                                batch.decision().code(),
                                "by",
                                batch.id().toString()),
                        line.number() == null ? null : person(line.number())))
                .toList());
    }

    private void record(Actor by, String action, DecisionBatch batch, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("reason", reason);
        detail.put("decision", batch.decision().code());
        detail.put("source", batch.source().value());
        detail.put("records", Integer.toString(batch.records()));
        batch.results().forEach((outcome, count) -> detail.put(outcome.code(), count.toString()));
        if (!batch.proposedBy().equals(by.name())) {
            detail.put("proposedBy", batch.proposedBy());
        }
        acts.record(new Act(by, action, batch.authority(), "enrichment-decision/" + batch.id(), detail));
    }

    private static String subject(DifferenceKey key) {
        return "enrichment-difference/" + key;
    }

    /** Null for a number of no known kind, which a source may have written. */
    private byte @Nullable [] person(String number) {
        for (PersonalId.Kind kind : PersonalId.Kind.values()) {
            if (PersonalId.isDigits(number, kind.length())) {
                return PersonHash.of(box, new PersonalId(kind, number));
            }
        }
        return null;
    }
}
