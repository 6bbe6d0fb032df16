package vn.dancu.bus.policy.selfservice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.FollowLists;
import vn.dancu.bus.policy.content.CaseForm;
import vn.dancu.bus.policy.decision.RelationshipCheck;

/** The follow lists: kept in the database alone, and asked only where a grant demands it. */
final class FollowListStore implements FollowLists, RelationshipCheck {

    private final JdbcSelfSettings own;
    private final JdbcRelationships relationships;
    private final SecretBox box;
    private final Acts acts;
    private final Clock clock;

    FollowListStore(JdbcSelfSettings own, JdbcRelationships relationships, SecretBox box, Acts acts, Clock clock) {
        this.own = own;
        this.relationships = relationships;
        this.box = box;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public boolean follows(AccessRequest request) {
        PersonalId person = request.person();
        return person != null && contains(request.partner(), person);
    }

    @Override
    public boolean contains(PartnerId partner, PersonalId person) {
        try {
            return relationships.holds(partner, key(person), Instant.now(clock));
        } catch (JdbcRelationships.ListUnavailable e) {
            throw new BusException(ErrorCode.POLICY_UNAVAILABLE, e);
        }
    }

    @Override
    public int put(PartnerId partner, List<Relationship> those) {
        requireBatch(those.size());
        Instant now = Instant.now(clock);
        List<JdbcRelationships.Row> rows =
                those.stream().map(it -> row(it, now)).toList();
        return own.alone(partner, () -> {
            int added = relationships.put(partner, rows, now);
            record(partner, "policy.relationships_put", added, rows.size());
            return added;
        });
    }

    @Override
    public int remove(PartnerId partner, List<PersonalId> persons) {
        requireBatch(persons.size());
        return own.alone(partner, () -> {
            int removed = relationships.remove(
                    partner, persons.stream().map(this::key).toList());
            record(partner, "policy.relationships_removed", removed, persons.size());
            return removed;
        });
    }

    private JdbcRelationships.Row row(Relationship one, Instant now) {
        Instant since = one.since() == null ? now : one.since();
        Instant until = one.until();
        if (until != null && !until.isAfter(since)) {
            throw invalid("hieuLucDen", "a time after hieuLucTu");
        }
        String issue = one.issue();
        if (issue != null && !CaseForm.isNumber(issue)) {
            throw invalid("maHoSo", "1 to 64 letters, digits, dots, hyphens, underscores or slashes");
        }
        return new JdbcRelationships.Row(key(one.person()), since, until, issue);
    }

    private void record(PartnerId partner, String action, int changed, int named) {
        acts.record(new Act(
                Actor.of(partner),
                action,
                partner,
                null,
                Map.of("changed", Integer.toString(changed), "named", Integer.toString(named))));
    }

    @Override
    public byte[] key(PersonalId person) {
        return box.hash(person.kind() + ":" + person.digits());
    }

    private static void requireBatch(int size) {
        if (size > MAX_BATCH) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "quanHe", "at most " + MAX_BATCH + " persons in one call");
        }
    }

    private static BusException invalid(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
