package vn.dancu.bus.enrichment.provenance;

import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** Records who looks at whom, and why, before it looks. */
final class RecordedEnrichedRecords implements EnrichedRecords {

    private final GroupOrigins groups;
    private final Acts acts;
    private final SecretBox box;
    private final TransactionTemplate transaction;

    RecordedEnrichedRecords(GroupOrigins groups, Acts acts, SecretBox box, TransactionTemplate transaction) {
        this.groups = groups;
        this.acts = acts;
        this.box = box;
        this.transaction = transaction;
    }

    @Override
    public List<HeldGroup> look(Actor by, PersonalId number, String reason) {
        byte[] person = PersonHash.of(box, number);
        transaction.executeWithoutResult(status ->
                acts.record(new Act(by, "enrichment.record_looked", null, null, Map.of("reason", reason), person)));
        return groups.person(number)
                .flatMap(id -> groups.of(List.of(id)).values().stream().findFirst())
                .orElse(List.of());
    }
}
