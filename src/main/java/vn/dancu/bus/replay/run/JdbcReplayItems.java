package vn.dancu.bus.replay.run;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.door.ReplayNotes;

/** The messages of replays, for those who release them and report their ends; each statement by itself. */
final class JdbcReplayItems implements ReplayNotes {

    private static final int LONGEST_CODE = 200;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcReplayItems(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Leases messages that wait, and those whose lease has ended. */
    List<ReplayItem> claim(int most, Duration lease) {
        Instant now = clock.instant();
        return jdbc.query(
                "with due as materialized (select id as due_id from replay.item where due_at <= ? and state in"
                        + " ('WAITING', 'CLAIMED') order by replay, number limit ? for update skip locked)"
                        + " update replay.item set state = 'CLAIMED', attempts = attempts + 1, due_at = ?, changed_at = ?"
                        + " from due where id = due_id returning replay.item.*",
                JdbcReplays.ITEM,
                Timestamp.from(now),
                most,
                Timestamp.from(now.plus(lease)),
                Timestamp.from(now));
    }

    /** Only while it is claimed: its door may have reported the end already. */
    void released(UUID item, ReplayOutcome outcome, Duration look) {
        Instant now = clock.instant();
        jdbc.update(
                "update replay.item set state = ?, code = ?, event = ?, due_at = ?, changed_at = ? where id = ?"
                        + " and state = 'CLAIMED'",
                outcome.state().name(),
                cut(outcome),
                outcome.event(),
                outcome.state().isEnd() ? null : Timestamp.from(now.plus(look)),
                Timestamp.from(now),
                item);
    }

    /** Messages whose result is awaited and that are to be looked after now; the others a while later. */
    List<ReplayItem> awaited(int most, Duration look) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.query(
                "with due as materialized (select id as due_id from replay.item where due_at <= ? and state = 'SENT'"
                        + " order by due_at limit ? for update skip locked)"
                        + " update replay.item set due_at = ?::timestamptz + least(interval '1 minute',"
                        + " greatest(?::interval, (?::timestamptz - changed_at) / 4))"
                        + " from due where id = due_id returning replay.item.*",
                JdbcReplays.ITEM,
                now,
                most,
                now,
                look.toMillis() + " milliseconds",
                now);
    }

    @Override
    public Optional<Mark> find(UUID item, PartnerId partner) {
        return jdbc
                .query(
                        "select id, replay from replay.item where id = ? and partner = ?",
                        (rs, number) -> new Mark(rs.getObject("id", UUID.class), rs.getObject("replay", UUID.class)),
                        item,
                        partner.value())
                .stream()
                .findFirst();
    }

    @Override
    public void note(UUID item, ReplayOutcome outcome) {
        jdbc.update(
                "update replay.item set state = ?, code = ?, event = ?, due_at = null, changed_at = ? where id = ?"
                        + " and state not in ('WAITING', 'KEPT')",
                outcome.state().name(),
                cut(outcome),
                outcome.event(),
                Timestamp.from(clock.instant()),
                item);
    }

    private static @Nullable String cut(ReplayOutcome outcome) {
        String code = outcome.code();
        return code == null || code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE);
    }
}
