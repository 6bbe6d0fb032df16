package vn.dancu.bus.feed.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.feed.SubjectHash;

/**
 * Gives committed changes their places in the order of the feed and hands them to those who follow the person, many at a time in one
 * transaction and by one instance at a time.
 *
 * <p>A change is seen here after its commit only, and whoever changed the same person later waited for that commit: so the events
 * of a person have the order of their changes, and nothing can come before a place that was given.
 */
final class JdbcSequencer {

    /** A number that no other room takes. */
    private static final long LOCK = 0x64616E6375_21L;

    private static final int BATCH = 2_000;

    /** Takes changes away; when the transaction does not end well they are there again. */
    private static final String NEXT =
            """
            with taken as (
                delete from register.change t where t.ctid = any (array(select n.ctid from register.change n order by n.seq limit ?))
                returning t.*)
            select c.citizen_id, c.successor, c.kind, c.changed_at, c.follower, array_to_string(c.fields, ',') as fields,
                coalesce(c.number, (select n.number from register.citizen_number n where n.citizen_id = c.citizen_id
                    order by n.valid_to desc nulls last, n.number limit 1)) as number
            from taken c order by c.seq
            """;

    /** The events, and a signal of each to everybody who follows the person and wants it. */
    private static final String EVENTS =
            """
            with made as (
                insert into feed.event (position, citizen_id, subject, successor, kind, fields, changed_at, made_at, follower)
                select ? + e.place, e.citizen_id, e.subject, e.successor, e.kind, string_to_array(e.fields, ','), e.changed_at, ?,
                    e.follower
                from unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                    with ordinality as e (citizen_id, subject, successor, kind, fields, changed_at, follower, place)
                returning position, citizen_id, kind, changed_at, follower)
            insert into feed.signal (partner, position)
            select f.partner, e.position from made e join feed.follow f on f.citizen_id = e.citizen_id
            where f.since <= e.changed_at and (f.until is null or f.until > e.changed_at)
                and (e.follower is null or e.follower = f.partner)
                and (f.kinds is null or e.kind = any (f.kinds) or e.kind in ('replaced', 'followed'))
            order by f.partner, e.position
            """;

    /** From now on the events of the person have the new hash, and so has the follow. */
    private static final String RENAMED =
            """
            update feed.follow f set subject = e.successor
            from (select distinct on (citizen_id) citizen_id, successor from feed.event
                where position > ? and successor is not null order by citizen_id, position desc) e
            where f.citizen_id = e.citizen_id
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SubjectHash hash;
    private final Clock clock;

    JdbcSequencer(JdbcTemplate jdbc, TransactionTemplate transaction, SubjectHash hash, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.hash = hash;
        this.clock = clock;
    }

    /** A change as the register noted it. */
    private record Change(
            long citizen,
            @Nullable String number,
            @Nullable String successor,
            String kind,
            String fields,
            Timestamp at,
            @Nullable String follower) {}

    /** How many were taken at once; fewer than the most when none are left, or another instance takes them. */
    int sequence() {
        Integer taken = transaction.execute(status -> isAlone() ? taken() : 0);
        return taken == null ? 0 : taken;
    }

    /** Whether a call took as many as one can, so that there may be more. */
    static boolean isFull(int taken) {
        return taken == BATCH;
    }

    private boolean isAlone() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private int taken() {
        List<Change> changes = jdbc.query(
                NEXT,
                (row, i) -> new Change(
                        row.getLong("citizen_id"),
                        row.getString("number"),
                        row.getString("successor"),
                        row.getString("kind"),
                        row.getString("fields"),
                        row.getTimestamp("changed_at"),
                        row.getString("follower")),
                BATCH);
        if (!changes.isEmpty()) {
            long before = given(changes.size());
            insert(before, changes);
            if (changes.stream().anyMatch(change -> change.successor() != null)) {
                jdbc.update(RENAMED, before);
            }
        }
        return changes.size();
    }

    /** The last place that was given before these. */
    private long given(int many) {
        Long before = jdbc.queryForObject(
                "with now as (update feed.progress set given = given + ? returning given) select given - ? from now",
                Long.class,
                many,
                many);
        if (before == null) {
            throw new IllegalStateException("The table feed.progress must have its row");
        }
        return before;
    }

    private void insert(long before, List<Change> changes) {
        List<byte[]> subjects = new ArrayList<>();
        List<byte @Nullable []> successors = new ArrayList<>();
        for (Change change : changes) {
            subjects.add(change.number() == null ? hash.ofCitizen(change.citizen()) : hash.of(change.number()));
            successors.add(change.successor() == null ? null : hash.of(change.successor()));
        }
        jdbc.update(
                EVENTS,
                before,
                Timestamp.from(clock.instant()),
                changes.stream().map(Change::citizen).toArray(Long[]::new),
                subjects.toArray(byte[][]::new),
                successors.toArray(byte[][]::new),
                changes.stream().map(Change::kind).toArray(String[]::new),
                changes.stream().map(Change::fields).toArray(String[]::new),
                changes.stream()
                        .map(change -> change.at().toInstant().toString())
                        .toArray(String[]::new),
                changes.stream().map(Change::follower).toArray(String[]::new));
    }
}
