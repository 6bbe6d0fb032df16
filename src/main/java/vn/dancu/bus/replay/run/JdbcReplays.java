package vn.dancu.bus.replay.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.LetterKind;
import vn.dancu.bus.replay.Replay;
import vn.dancu.bus.replay.ReplayItem;

/** The tables of replays, for those who start, decide and look. What changes something runs in the caller's transaction. */
final class JdbcReplays implements ReplayedMessages {

    static final RowMapper<ReplayItem> ITEM = (rs, number) -> item(rs);

    private static final String ALL = "select * from replay.replay ";

    private final JdbcTemplate jdbc;

    JdbcReplays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Replay replay) {
        jdbc.update(
                "insert into replay.replay (id, scope, reason, state, letters, proposed_by, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                replay.id(),
                replay.scope(),
                replay.reason(),
                replay.state().name(),
                replay.letters(),
                replay.proposedBy(),
                Timestamp.from(replay.proposedAt()));
    }

    /** A letter that another replay has taken up since the caller looked is noted as kept. */
    void insertItems(Replay replay, List<DeadLetter> letters, @Nullable Instant due) {
        List<Object[]> rows = new ArrayList<>();
        for (DeadLetter letter : letters) {
            rows.add(new Object[] {
                UUID.randomUUID(),
                replay.id(),
                rows.size() + 1,
                letter.id(),
                letter.kind().name(),
                letter.partner() == null ? null : letter.partner().value(),
                letter.messageId(),
                timestamp(due),
                Timestamp.from(replay.proposedAt())
            });
        }
        jdbc.batchUpdate(
                "with fresh as (select ?::uuid as id, ?::uuid as replay, ?::int as number, ?::text as letter, ?::text as kind,"
                        + " ?::text as partner, ?::text as message_id, ?::timestamptz as due_at, ?::timestamptz as changed_at),"
                        + " open as (insert into replay.item (id, replay, number, letter, kind, partner, message_id, due_at,"
                        + " changed_at) select * from fresh on conflict (letter) where state in ('WAITING', 'CLAIMED', 'SENT')"
                        + " do nothing returning id)"
                        + " insert into replay.item (id, replay, number, letter, kind, partner, message_id, changed_at, state,"
                        + " code) select id, replay, number, letter, kind, partner, message_id, changed_at, 'KEPT',"
                        + " 'replay_pending' from fresh where not exists (select 1 from open)",
                rows);
    }

    /** Those of the letters that a replay that has not ended holds. */
    Set<String> pending(List<String> letters) {
        return new HashSet<>(jdbc.queryForList(
                "select letter from replay.item where state in ('WAITING', 'CLAIMED', 'SENT') and letter = any (?)",
                String.class,
                (Object) letters.toArray(String[]::new)));
    }

    Optional<Replay> find(UUID id) {
        return jdbc.query(ALL + "where id = ?", (rs, number) -> replay(rs), id).stream()
                .findFirst();
    }

    /** Locked until the transaction ends. */
    Optional<Replay> lock(UUID id) {
        return jdbc.query(ALL + "where id = ? for update", (rs, number) -> replay(rs), id).stream()
                .findFirst();
    }

    List<Replay> list(@Nullable UUID after, int limit) {
        return jdbc.query(
                ALL
                        + "where ?::uuid is null or (proposed_at, id) < (select proposed_at, id from replay.replay where id = ?)"
                        + " order by proposed_at desc, id desc limit ?",
                (rs, number) -> replay(rs),
                after,
                after,
                limit);
    }

    List<ReplayItem> items(UUID replay, int after, int limit) {
        return jdbc.query(
                "select * from replay.item where replay = ? and number > ? order by number limit ?",
                ITEM,
                replay,
                after,
                limit);
    }

    @Override
    public List<ReplayItem> ofMessage(String messageId, int limit) {
        return jdbc.query(
                "select * from replay.item where message_id = ? order by changed_at limit ?", ITEM, messageId, limit);
    }

    void confirm(UUID id, Actor by, Instant now) {
        decide(id, Replay.State.RUNNING, by, now);
        jdbc.update(
                "update replay.item set due_at = ? where replay = ? and state = 'WAITING'", Timestamp.from(now), id);
    }

    /** The letters are free for another replay. */
    void reject(UUID id, Actor by, Instant now) {
        decide(id, Replay.State.REJECTED, by, now);
        jdbc.update(
                "update replay.item set state = 'KEPT', code = 'replay_rejected', changed_at = ? where replay = ?"
                        + " and state = 'WAITING'",
                Timestamp.from(now),
                id);
    }

    private void decide(UUID id, Replay.State state, Actor by, Instant now) {
        jdbc.update(
                "update replay.replay set state = ?, decided_by = ?, decided_at = ? where id = ?",
                state.name(),
                by.name(),
                Timestamp.from(now),
                id);
    }

    /** Ends the replays of which every message has an end. */
    List<Replay> end(Instant now) {
        return jdbc.query(
                "update replay.replay r set state = 'ENDED', ended_at = ? where state = 'RUNNING' and not exists"
                        + " (select 1 from replay.item i where i.replay = r.id and i.state in ('WAITING', 'CLAIMED', 'SENT'))"
                        + " returning *",
                (rs, number) -> replay(rs),
                Timestamp.from(now));
    }

    private Replay replay(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new Replay(
                id,
                rs.getString("scope"),
                rs.getString("reason"),
                Replay.State.valueOf(rs.getString("state")),
                rs.getInt("letters"),
                rs.getString("proposed_by"),
                rs.getTimestamp("proposed_at").toInstant(),
                rs.getString("decided_by"),
                instant(rs, "decided_at"),
                instant(rs, "ended_at"),
                counts(id));
    }

    private Map<ReplayItem.State, Integer> counts(UUID id) {
        Map<ReplayItem.State, Integer> counts = new EnumMap<>(ReplayItem.State.class);
        jdbc.query(
                "select state, count(*) as number from replay.item where replay = ? group by state",
                rs -> {
                    counts.put(ReplayItem.State.valueOf(rs.getString("state")), rs.getInt("number"));
                },
                id);
        return counts;
    }

    private static ReplayItem item(ResultSet rs) throws SQLException {
        String partner = rs.getString("partner");
        return new ReplayItem(
                rs.getObject("id", UUID.class),
                rs.getObject("replay", UUID.class),
                rs.getInt("number"),
                rs.getString("letter"),
                LetterKind.valueOf(rs.getString("kind")),
                partner == null ? null : new PartnerId(partner),
                rs.getString("message_id"),
                ReplayItem.State.valueOf(rs.getString("state")),
                rs.getString("code"),
                rs.getObject("event", UUID.class),
                rs.getInt("attempts"),
                rs.getTimestamp("changed_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
