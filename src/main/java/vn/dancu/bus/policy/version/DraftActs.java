package vn.dancu.bus.policy.version;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.PolicyDraft;
import vn.dancu.bus.policy.content.PublishedPolicy;

/** What was done to drafts, for the audit trail; each in the transaction of the change. */
final class DraftActs {

    private final Acts acts;

    DraftActs(Acts acts) {
        this.acts = acts;
    }

    Boolean opened(Actor author, long draft, long base, String note) {
        return act(author, "policy.draft_opened", draft, null, Map.of("base", Long.toString(base), "note", note));
    }

    Boolean changed(Actor author, long draft, PartnerId partner, Map<String, String> detail) {
        return act(author, "policy.draft_changed", draft, partner, detail);
    }

    Boolean discarded(Actor actor, long draft) {
        return act(actor, "policy.draft_discarded", draft, null, Map.of());
    }

    void published(Actor actor, PolicyDraft draft, PublishedPolicy version) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("source", "draft/" + draft.id());
        detail.put("authors", String.join(", ", draft.authors()));
        detail.put("base", Long.toString(draft.base()));
        detail.put("hash", version.hash());
        detail.put("note", draft.note());
        detail.put("partners", String.join(", ", draft.partners()));
        acts.record(new Act(actor, "policy.published", null, "policy/" + version.number(), detail));
    }

    private Boolean act(
            Actor actor, String action, long draft, @Nullable PartnerId partner, Map<String, String> detail) {
        acts.record(new Act(actor, action, partner, "draft/" + draft, detail));
        return true;
    }
}
