package vn.dancu.bus.listing.work;

import static vn.dancu.bus.listing.work.JdbcListRows.at;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.listing.ListState;

/**
 * Takes requests for a step and notes what became of it, in the transaction of the caller. A moment that lies further ahead than
 * anything that is ever set was set by a clock that was wrong, and counts as past.
 */
final class JdbcListQueue {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcListQueue(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next request in one of those states; its row is locked until the transaction ends. Requests take turns. */
    Optional<ListWork> lock(ListState... states) {
        Instant now = clock.instant();
        // As text, so that the planner sees that the index has them.
        String codes =
                Arrays.stream(states).map(state -> "'" + state.code() + "'").collect(Collectors.joining(", "));
        return jdbc
                .query(
                        "select r.* from listing.request r where r.state in (" + codes
                                + ") and (r.next_try <= ? or r.next_try > ?)"
                                + " order by r.next_try limit 1 for update of r skip locked",
                        JdbcListRows::work,
                        at(now),
                        at(now.plus(LONGEST_PAUSE)))
                .stream()
                .findFirst();
    }

    /** A piece of a locked request is there. */
    void drew(ListWork work, byte[] content, int people, long last) {
        jdbc.update(
                "insert into listing.piece (request, number, people, content) values (?, ?, ?, ?)",
                work.id(),
                work.pieces() + 1,
                people,
                content);
        Instant now = clock.instant();
        jdbc.update(
                "update listing.request set pieces = pieces + 1, listed = listed + ?, after_id = ?, state = 'running', changed_at = ?,"
                        + " next_try = ?, failures = 0, cause_code = null where id = ?",
                people,
                last,
                at(now),
                at(now),
                work.id());
    }

    /** A locked request reached that state. */
    void reached(ListWork work, ListState state, @Nullable Instant endsAt) {
        Instant now = clock.instant();
        jdbc.update(
                "update listing.request set state = ?, changed_at = ?, next_try = ?, failures = 0, cause_code = null, ends_at = ?"
                        + " where id = ?",
                state.code(),
                at(now),
                at(now),
                endsAt == null ? null : at(endsAt),
                work.id());
        happened(work.id(), state.code());
    }

    void happened(UUID id, String what) {
        jdbc.update("insert into listing.event (request, at, what) values (?, ?, ?)", id, at(clock.instant()), what);
    }

    /** How many people there are, where only that was asked for. */
    void counted(ListWork work, @Nullable Long count, @Nullable String warning) {
        jdbc.update(
                "update listing.request set counted = ?, warnings = case when ?::text is null then warnings else warnings || ?::text end"
                        + " where id = ?",
                count,
                warning,
                warning,
                work.id());
    }

    /** The file of a locked request lies there; its pieces are not needed any more. */
    void packed(ListWork work, ClaimCheck file, String key) {
        jdbc.update(
                "update listing.request set file = ?, file_length = ?, file_sha256 = ?, file_key = ? where id = ?",
                file.id(),
                file.length(),
                file.sha256(),
                key,
                work.id());
        jdbc.update("delete from listing.piece where request = ?", work.id());
    }

    /** Ends a locked request that cannot come about. */
    void failed(ListWork work, String code) {
        jdbc.update("delete from listing.piece where request = ?", work.id());
        reached(work, ListState.FAILED, null);
        jdbc.update("update listing.request set cause_code = ? where id = ?", code, work.id());
    }

    /** Lets an open request wait. */
    void waits(ListWork work, String code, @Nullable UUID occurrence, Duration pause) {
        Instant now = clock.instant();
        jdbc.update(
                "update listing.request set next_try = ?, changed_at = ?, failures = failures + 1, cause_code = ?, occurrence = ?"
                        + " where id = ? and state in ('waiting', 'running', 'drawn')",
                at(now.plus(pause)),
                at(now),
                code,
                occurrence,
                work.id());
    }

    /** The content of a piece. */
    byte[] piece(UUID request, int number) {
        return jdbc
                .query(
                        "select content from listing.piece where request = ? and number = ?",
                        (rs, row) -> rs.getBytes(1),
                        request,
                        number)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A piece of a list is missing"));
    }

    /** Requests whose days are over, with their files; their rows are locked. */
    List<Over> over(int most) {
        return jdbc.query(
                "select r.* from listing.request r where r.state = 'ready' and r.ends_at <= ? order by r.ends_at limit ?"
                        + " for update of r skip locked",
                (rs, row) -> new Over(
                        JdbcListRows.work(rs, row), JdbcListRows.check(rs).orElse(null)),
                at(clock.instant()),
                most);
    }

    /** A request whose days are over. */
    record Over(ListWork work, @Nullable ClaimCheck file) {}

    /** Deletes requests that ended before, and says how many; their people went with their end. */
    int deleteEndedBefore(Instant moment) {
        return jdbc.update(
                "delete from listing.request where state in ('failed', 'deleted', 'expired') and changed_at < ?",
                at(moment));
    }

    /** Drops what a request holds of people. */
    void emptied(UUID id) {
        jdbc.update("delete from listing.piece where request = ?", id);
        jdbc.update("update listing.request set file = null, file_length = null, file_sha256 = null where id = ?", id);
    }
}
