package vn.dancu.bus.feed.follow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.feed.FeedSettings;
import vn.dancu.bus.feed.FollowOrder;
import vn.dancu.bus.feed.FollowOutcome;
import vn.dancu.bus.feed.FollowTerms;
import vn.dancu.bus.feed.FollowedPerson;
import vn.dancu.bus.feed.Follows;
import vn.dancu.bus.feed.SubjectHash;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.policy.FollowLists;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;

/** Follows people whom the partner may ask about and whom it knows by number, name and birth date. */
final class FollowList implements Follows {

    private static final Pattern ISSUE = Pattern.compile("[A-Za-z0-9._/-]{1,64}");
    private static final Pattern SUBJECT = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_REASON = 200;
    private static final Set<FieldPath> NUMBER = Set.of(FieldPath.of("SoDinhDanh"));

    private final FollowRights rights;
    private final PopulationRegister register;
    private final JdbcFollows follows;
    private final Records records;
    private final FeedSettings settings;
    private final Clock clock;

    /**
     * What is written down of a follow.
     *
     * @param lists the relationships that a right may demand
     * @param subjects makes the hashes by which events name people
     * @param persons makes those by which the trail knows them
     */
    record Records(FollowLists lists, SubjectHash subjects, SecretBox persons, Acts acts) {}

    FollowList(
            FollowRights rights,
            PopulationRegister register,
            JdbcFollows follows,
            Records records,
            FeedSettings settings,
            Clock clock) {
        this.rights = rights;
        this.register = register;
        this.follows = follows;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<FollowOutcome> put(FollowOrder order) {
        Instant now = clock.instant();
        check(order, now);
        FollowTerms terms = order.terms();
        FollowRights.Right right = rights.required(terms);
        List<FollowOutcome.State> states =
                order.persons().stream().map(person -> state(terms, person)).toList();
        List<PersonKey> admitted = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i) == FollowOutcome.State.FOLLOWED) {
                admitted.add(order.persons().get(i));
            }
        }
        Map<String, JdbcFollows.Registered> registered = follows.registered(
                admitted.stream().map(person -> person.number().digits()).toList());
        return follows.alone(terms.partner(), () -> written(order, states, registered, right, now));
    }

    private FollowOutcome.State state(FollowTerms terms, PersonKey person) {
        if (!rights.admits(terms, person.number())) {
            return FollowOutcome.State.RELATIONSHIP_MISSING;
        }
        return register.findCitizen(person, NUMBER) instanceof CitizenLookup.Found
                ? FollowOutcome.State.FOLLOWED
                : FollowOutcome.State.NOT_FOUND;
    }

    private List<FollowOutcome> written(
            FollowOrder order,
            List<FollowOutcome.State> states,
            Map<String, JdbcFollows.Registered> registered,
            FollowRights.Right right,
            Instant now) {
        List<FollowOutcome> outcomes = new ArrayList<>();
        List<JdbcFollows.Row> rows = new ArrayList<>();
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            PersonalId number = order.persons().get(i).number();
            JdbcFollows.Registered person = registered.get(number.digits());
            if (states.get(i) != FollowOutcome.State.FOLLOWED || person == null) {
                outcomes.add(new FollowOutcome(states.get(i), null));
                continue;
            }
            byte[] subject = records.subjects().of(person.number());
            outcomes.add(new FollowOutcome(
                    FollowOutcome.State.FOLLOWED, HexFormat.of().formatHex(subject)));
            rows.add(new JdbcFollows.Row(
                    person, subject, right.needsRelationship() ? records.lists().key(number) : null));
            acts.add(act(order, number));
        }
        follows.put(order, rows, now);
        if (follows.count(order.terms().partner(), now)
                > settings.maxFollows(order.terms().partner())) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED,
                    "nguoi",
                    "at most " + settings.maxFollows(order.terms().partner()) + " persons followed at a time");
        }
        records.acts().recordAll(acts);
        return outcomes;
    }

    private Act act(FollowOrder order, PersonalId person) {
        FollowTerms terms = order.terms();
        return new Act(
                Actor.of(terms.partner()),
                "feed.followed",
                terms.partner(),
                null,
                Map.of(
                        "officer",
                        terms.officer(),
                        "reason",
                        terms.reason(),
                        "until",
                        order.until() == null ? "-" : order.until().toString()),
                PersonHash.of(records.persons(), person));
    }

    @Override
    public int remove(PartnerId partner, List<String> subjects) {
        requireBatch(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            if (!SUBJECT.matcher(subjects.get(i)).matches()) {
                throw BusException.of(
                        ErrorCode.FIELD_INVALID, "nguoi[" + i + "].maNguoi", "64 hex digits as the bus gave them");
            }
        }
        return follows.alone(partner, () -> {
            int removed = follows.remove(
                    partner, subjects.stream().map(HexFormat.of()::parseHex).toList());
            records.acts()
                    .record(new Act(
                            Actor.of(partner),
                            "feed.unfollowed",
                            partner,
                            null,
                            Map.of(
                                    "changed", Integer.toString(removed),
                                    "named", Integer.toString(subjects.size()))));
            return removed;
        });
    }

    @Override
    public List<FollowedPerson> list(PartnerId partner, @Nullable String after, int limit) {
        if (after != null && !SUBJECT.matcher(after).matches()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "after", "the last maNguoi of the page before");
        }
        return follows.list(
                partner, after == null ? new byte[0] : HexFormat.of().parseHex(after), limit);
    }

    private static void check(FollowOrder order, Instant now) {
        requireBatch(order.persons().size());
        FollowTerms terms = order.terms();
        if (order.until() != null && !order.until().isAfter(now)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "hieuLucDen", "a time that is still to come");
        }
        if (terms.issue() != null && !ISSUE.matcher(terms.issue()).matches()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID,
                    "maHoSo",
                    "1 to 64 letters, digits, dots, hyphens, underscores or slashes");
        }
        String reason = terms.reason();
        if (reason.isBlank() || reason.length() > MAX_REASON || PersonalId.isIn(reason)) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "lyDo", "1 to " + MAX_REASON + " characters, nobody's number among them");
        }
    }

    private static void requireBatch(int size) {
        if (size > MAX_BATCH) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "nguoi", "at most " + MAX_BATCH + " persons in one call");
        }
    }
}
