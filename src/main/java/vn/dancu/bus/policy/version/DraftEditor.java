package vn.dancu.bus.policy.version;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.PolicyDraft;
import vn.dancu.bus.policy.PolicyDrafts;
import vn.dancu.bus.policy.PolicyFlaw;
import vn.dancu.bus.policy.PolicyVersion;
import vn.dancu.bus.policy.RightsDifference;
import vn.dancu.bus.policy.content.PolicyContent;
import vn.dancu.bus.policy.content.PublishedPolicy;
import vn.dancu.bus.policy.content.RightsDiff;
import vn.dancu.bus.policy.file.GrantReader;
import vn.dancu.bus.policy.file.PolicyFileException;
import vn.dancu.bus.policy.file.RightsWriter;

/** Drafts are opened, written, checked and published. */
public final class DraftEditor implements PolicyDrafts {

    private static final int MAX_OPEN_DRAFTS = 200;
    private static final int MAX_PARTNERS_PER_DRAFT = 2_000;
    private static final int MAX_NOTE_LENGTH = 500;
    private static final long MAX_DRAFT_LENGTH = 16_000_000;

    private final JdbcPolicies policies;
    private final JdbcDrafts drafts;
    private final DraftContent content;
    private final Partners partners;
    private final DraftActs acts;
    private final Clock clock;
    private final Runnable published;

    /** @param published what is to happen on this instance after a version was published */
    DraftEditor(
            JdbcPolicies policies,
            JdbcDrafts drafts,
            GrantReader reader,
            Partners partners,
            Acts acts,
            Clock clock,
            Runnable published) {
        this.policies = policies;
        this.drafts = drafts;
        this.content = new DraftContent(reader, partners);
        this.partners = partners;
        this.acts = new DraftActs(acts);
        this.clock = clock;
        this.published = published;
    }

    @Override
    public PolicyDraft open(@Nullable Long origin, String note, Actor author) {
        String why = note.strip();
        if (why.isEmpty() || why.length() > MAX_NOTE_LENGTH || why.chars().anyMatch(Character::isISOControl)) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "note", "1 to " + MAX_NOTE_LENGTH + " characters on one line");
        }
        return policies.alone(() -> {
            if (drafts.open() >= MAX_OPEN_DRAFTS) {
                throw BusException.of(ErrorCode.LIMIT_REACHED, "drafts", "at most " + MAX_OPEN_DRAFTS + " open drafts");
            }
            PublishedPolicy base = policies.newest();
            long id = drafts.insert(base.number(), origin, why, author.name(), Instant.now(clock));
            if (origin != null) {
                bringBack(id, origin, base.content());
            }
            acts.opened(author, id, base.number(), why);
            return draft(id);
        });
    }

    @Override
    public Optional<PolicyDraft> find(long draft) {
        return drafts.find(draft);
    }

    @Override
    public List<PolicyDraft> list(long below, int limit) {
        return drafts.list(below, limit);
    }

    @Override
    public List<PolicyFlaw> write(long draft, PartnerId partner, String rights, Actor author) {
        if (rights.length() > MAX_RIGHTS_LENGTH) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "rights", "at most " + MAX_RIGHTS_LENGTH + " characters");
        }
        if (partners.find(partner).isEmpty()) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        policies.together(() -> {
            PolicyDraft held = held(draft);
            if (!held.partners().contains(partner.value()) && held.partners().size() >= MAX_PARTNERS_PER_DRAFT) {
                throw BusException.of(
                        ErrorCode.LIMIT_REACHED,
                        "partner",
                        "at most " + MAX_PARTNERS_PER_DRAFT + " partners in a draft");
            }
            drafts.write(draft, partner, rights);
            if (drafts.length(draft) > MAX_DRAFT_LENGTH) {
                throw BusException.of(
                        ErrorCode.LIMIT_REACHED, "draft", "at most " + MAX_DRAFT_LENGTH + " characters in all");
            }
            drafts.addAuthor(draft, author.name());
            return acts.changed(author, draft, partner, Map.of());
        });
        return content.findings(draft, Map.of(partner, rights));
    }

    @Override
    public void leave(long draft, PartnerId partner, Actor author) {
        policies.together(() -> {
            held(draft);
            if (!drafts.remove(draft, partner)) {
                throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
            }
            drafts.addAuthor(draft, author.name());
            return acts.changed(author, draft, partner, Map.of("left", "true"));
        });
    }

    @Override
    public String rights(long draft, PartnerId partner) {
        PolicyDraft found = draft(draft);
        String written = drafts.rights(draft).get(partner);
        if (written == null) {
            return RightsWriter.json(base(found).of(partner));
        }
        try {
            return RightsWriter.json(content.read(draft, partner, written));
        } catch (PolicyFileException e) {
            return written;
        }
    }

    @Override
    public List<PolicyFlaw> findings(long draft) {
        draft(draft);
        return content.findings(draft, drafts.rights(draft));
    }

    @Override
    public List<RightsDifference> differences(long draft) {
        PolicyDraft found = draft(draft);
        PolicyContent base = base(found);
        return RightsDiff.differences(base, content.over(base, draft, drafts.rights(draft)));
    }

    /** What would decide if the draft were published now. */
    public PublishedPolicy asIfPublished(long draft) {
        PolicyDraft found = draft(draft);
        PolicyContent next = content.over(base(found), draft, drafts.rights(draft));
        return new PublishedPolicy(found.base(), next.hash(), next);
    }

    @Override
    public PolicyVersion publish(long draft, Actor actor) {
        PolicyVersion version = policies.alone(() -> {
            PolicyDraft held = toPublish(draft, actor);
            PublishedPolicy base = policies.newest();
            if (base.number() != held.base()) {
                throw BusException.of(
                        ErrorCode.VERSION_OUTDATED, "base", "the newest version, which is " + base.number());
            }
            PolicyContent next = content.over(base.content(), draft, drafts.rights(draft));
            if (next.equals(base.content())) {
                throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "draft", "a draft that changes something");
            }
            PublishedPolicy done = policies.publish(
                    base,
                    next,
                    new JdbcPolicies.Origin("draft/" + draft, held.authors(), actor.name(), draft, held.note()));
            drafts.close(draft, PolicyDraft.State.PUBLISHED, done.number(), Instant.now(clock));
            acts.published(actor, held, done);
            return policies.find(done.number()).orElseThrow();
        });
        published.run();
        return version;
    }

    @Override
    public void discard(long draft, Actor actor) {
        policies.together(() -> {
            held(draft);
            drafts.close(draft, PolicyDraft.State.DISCARDED, null, Instant.now(clock));
            return acts.discarded(actor, draft);
        });
    }

    private void bringBack(long draft, long origin, PolicyContent newest) {
        if (policies.find(origin).isEmpty()) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        PolicyContent old = policies.read(origin).content();
        Map<PartnerId, PolicyContent.Entitlement> all = new HashMap<>(newest.entitlements());
        all.putAll(old.entitlements());
        all.keySet().removeIf(it -> old.of(it).equals(newest.of(it)));
        if (all.size() > MAX_PARTNERS_PER_DRAFT) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED, "origin", "at most " + MAX_PARTNERS_PER_DRAFT + " partners that differ");
        }
        all.keySet().forEach(it -> drafts.write(draft, it, RightsWriter.json(old.of(it))));
    }

    private PolicyDraft toPublish(long draft, Actor actor) {
        PolicyDraft held = drafts.hold(draft).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        if (held.state() == PolicyDraft.State.PUBLISHED) {
            throw new BusException(ErrorCode.ALREADY_APPROVED, null);
        }
        requireOpen(held);
        if (held.authors().contains(actor.name())) {
            throw BusException.of(ErrorCode.SECOND_PERSON_REQUIRED, "actor", "somebody who did not write in the draft");
        }
        return held;
    }

    private PolicyDraft held(long draft) {
        PolicyDraft held = drafts.hold(draft).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        requireOpen(held);
        return held;
    }

    private static void requireOpen(PolicyDraft draft) {
        if (draft.state() != PolicyDraft.State.OPEN) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "draft", "a draft that is open");
        }
    }

    private PolicyDraft draft(long id) {
        return drafts.find(id).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private PolicyContent base(PolicyDraft draft) {
        return draft.base() == 0
                ? PolicyContent.EMPTY
                : policies.read(draft.base()).content();
    }
}
