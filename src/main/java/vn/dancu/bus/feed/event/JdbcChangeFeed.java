package vn.dancu.bus.feed.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.feed.ChangeCursor;
import vn.dancu.bus.feed.ChangeEvent;
import vn.dancu.bus.feed.ChangeFeed;
import vn.dancu.bus.feed.ChangePage;
import vn.dancu.bus.feed.FollowTerms;
import vn.dancu.bus.feed.follow.FollowRights;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;

/** Reads what was handed to a partner, and leaves out what it may not hear any more. */
final class JdbcChangeFeed implements ChangeFeed {

    private static final String PROGRESS = "select given, deleted from feed.progress";

    /** A signal without its follow belongs to somebody who is not followed any more. */
    private static final String PAGE =
            """
            select %s, t.id as terms, t.officer, t.procedure, t.purpose, t.issue, t.reason,
                f.relationship is null or exists (select from policy.relationship r where r.partner = f.partner
                    and r.person_hash = f.relationship and r.since <= ? and (r.until is null or r.until > ?)) as related
            from (select s.position from feed.signal s where s.partner = ? and s.position > ? and s.position <= ?
                order by s.position limit ?) s
            join feed.event e on e.position = s.position
            left join feed.follow f on f.partner = ? and f.citizen_id = e.citizen_id
            left join feed.terms t on t.id = f.terms_id
            order by s.position
            """
                    .formatted(JdbcChangeRows.COLUMNS);

    private final JdbcTemplate jdbc;
    private final FollowRights rights;
    private final Clock clock;

    JdbcChangeFeed(JdbcTemplate jdbc, FollowRights rights, Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.clock = clock;
    }

    /** What was handed to the partner, and under which terms it followed; null where it does not follow any more. */
    private record Heard(ChangeEvent event, @Nullable FollowTerms terms) {}

    @Override
    public ChangePage after(PartnerId partner, ChangeCursor cursor, int limit) {
        rights.requireFeed();
        long[] progress = progress();
        long given = progress[0];
        long deleted = progress[1];
        if (cursor.position() != 0 && cursor.position() < deleted) {
            throw BusException.of(
                    ErrorCode.CONTENT_DELETED, "after", "a cursor younger than the time for which events are kept");
        }
        Timestamp now = Timestamp.from(clock.instant());
        List<Heard> page = jdbc.query(
                PAGE,
                (row, i) -> new Heard(JdbcChangeRows.event(row), terms(row, partner)),
                now,
                now,
                partner.value(),
                cursor.position(),
                given,
                limit,
                partner.value());
        boolean isFull = page.size() == limit;
        long last = isFull ? page.get(limit - 1).event().position() : Math.max(given, cursor.position());
        return new ChangePage(allowed(page), new ChangeCursor(last), isFull);
    }

    private long[] progress() {
        return jdbc.query(PROGRESS, (row, i) -> new long[] {row.getLong("given"), row.getLong("deleted")}).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table feed.progress must have its row"));
    }

    private List<ChangeEvent> allowed(List<Heard> page) {
        Map<FollowTerms, FollowRights.Right> known = new HashMap<>();
        List<ChangeEvent> events = new ArrayList<>();
        for (Heard heard : page) {
            FollowTerms terms = heard.terms();
            if (terms != null) {
                FollowRights.Right right = known.computeIfAbsent(terms, rights::current);
                if (!right.equals(FollowRights.Right.NONE)) {
                    heard.event().within(right.fields()).ifPresent(events::add);
                }
            }
        }
        return events;
    }

    private static @Nullable FollowTerms terms(ResultSet row, PartnerId partner) throws SQLException {
        row.getInt("terms");
        if (row.wasNull() || !row.getBoolean("related")) {
            return null;
        }
        return new FollowTerms(
                partner,
                row.getString("officer"),
                row.getString("procedure"),
                Optional.ofNullable(row.getString("purpose")).map(Purpose::new).orElse(null),
                row.getString("issue"),
                row.getString("reason"));
    }
}
