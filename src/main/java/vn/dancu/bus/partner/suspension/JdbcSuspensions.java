package vn.dancu.bus.partner.suspension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.notice.NoticeKind;

/** The table of suspensions, and the columns of the table of partners that they concern. */
final class JdbcSuspensions {

    private static final RowMapper<Suspension> SUSPENSION = (rs, number) -> suspension(rs);
    private static final String ALL = "select * from partner.suspension ";

    private final JdbcTemplate jdbc;

    JdbcSuspensions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The stored standing of a partner. */
    record Standing(String state, long version) {}

    /** The partner's standing, locked until the transaction ends; empty when there is no partner. */
    Optional<Standing> lock(PartnerId partner) {
        return jdbc
                .query(
                        "select state, standing_version from partner.partner where id = ? for update",
                        (rs, number) -> new Standing(rs.getString("state"), rs.getLong("standing_version")),
                        partner.value())
                .stream()
                .findFirst();
    }

    void raiseVersion(PartnerId partner) {
        jdbc.update("update partner.partner set standing_version = standing_version + 1 where id = ?", partner.value());
    }

    void terminate(PartnerId partner, String ground, Instant now) {
        jdbc.update(
                "update partner.partner set state = 'TERMINATED', terminated_ground = ?, terminated_since = ?,"
                        + " standing_version = standing_version + 1, changed_at = ? where id = ?",
                ground,
                Timestamp.from(now),
                Timestamp.from(now),
                partner.value());
    }

    /** All partners that receive notices about suspensions of all. */
    List<PartnerId> connected() {
        return jdbc.query(
                "select id from partner.partner where state in ('ACTIVE', 'SUSPENDED') order by id",
                (rs, number) -> new PartnerId(rs.getString("id")));
    }

    void insert(Suspension suspension) {
        PartnerId partner = suspension.partner();
        jdbc.update(
                "insert into partner.suspension (id, partner, ground, since, until, reason, return_condition,"
                        + " ordered_at, ordered_by, confirm_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                suspension.id(),
                partner == null ? null : partner.value(),
                suspension.ground(),
                Timestamp.from(suspension.since()),
                timestamp(suspension.until()),
                suspension.reason(),
                suspension.returnCondition(),
                Timestamp.from(suspension.orderedAt()),
                suspension.orderedBy(),
                suspension.confirmation() == null
                        ? null
                        : Timestamp.from(suspension.confirmation().dueBy()));
    }

    /** Confirms one that runs; from then on it lasts until that moment, or until it is resumed. */
    void confirm(UUID id, Suspension.Entered entered, @Nullable Instant until) {
        jdbc.update(
                "update partner.suspension set confirmed_at = ?, confirmed_by = ?, confirmation = ?, until = ? where id = ?",
                Timestamp.from(entered.at()),
                entered.by(),
                entered.document(),
                timestamp(until),
                id);
    }

    /** Unconfirmed ones that lapse by that moment and are not closed, without those whose lapse was noticed already. */
    List<Suspension> lapsing(Instant by) {
        return jdbc.query(
                ALL
                        + "s where confirm_by <= ? and confirmed_at is null and closed_at is null and not exists"
                        + " (select 1 from partner.notice n where n.once = ? || '/' || s.id || '/' || s.partner)"
                        + " order by confirm_by, id",
                SUSPENSION,
                Timestamp.from(by),
                NoticeKind.SUSPENSION_LAPSED.code());
    }

    boolean hasOpen(PartnerId partner, String ground, Instant now) {
        return !jdbc.queryForList(
                        "select 1 from partner.suspension where partner = ? and ground = ? and closed_at is null"
                                + " and (until is null or until > ?)",
                        Integer.class,
                        partner.value(),
                        ground,
                        Timestamp.from(now))
                .isEmpty();
    }

    Optional<Suspension> find(UUID id) {
        return jdbc.query(ALL + "where id = ?", SUSPENSION, id).stream().findFirst();
    }

    /** Closes one that has not begun; false when it has, or is closed. */
    boolean cancel(UUID id, Suspension.Closing closing) {
        return close(id, "CANCELLED", closing, "since > ?");
    }

    /** Closes one that runs; false when it does not. */
    boolean resume(UUID id, Suspension.Closing closing) {
        return close(id, "RESUMED", closing, "since <= ?");
    }

    private boolean close(UUID id, String how, Suspension.Closing closing, String when) {
        return jdbc.update(
                        "update partner.suspension set closed_at = ?, closed_by = ?, closed_how = ?, evidence = ?"
                                + " where id = ? and closed_at is null and " + when,
                        Timestamp.from(closing.at()),
                        closing.by(),
                        how,
                        closing.evidence(),
                        id,
                        Timestamp.from(closing.at()))
                == 1;
    }

    List<Suspension> list(@Nullable PartnerId partner, @Nullable UUID after, int limit) {
        String id = partner == null ? null : partner.value();
        return jdbc.query(
                ALL
                        + "where (?::text is null or partner is null or partner = ?) and (?::uuid is null or (ordered_at, id)"
                        + " < (select ordered_at, id from partner.suspension where id = ?::uuid))"
                        + " order by ordered_at desc, id desc limit ?",
                SUSPENSION,
                id,
                id,
                after,
                after,
                limit);
    }

    List<Suspension> ofAll(Instant orderedAfter, Instant now) {
        return jdbc.query(
                ALL
                        + "where partner is null and (ordered_at > ? or (closed_at is null and (until is null or until > ?)))"
                        + " order by ordered_at desc, id desc limit 500",
                SUSPENSION,
                Timestamp.from(orderedAfter),
                Timestamp.from(now));
    }

    private static Suspension suspension(ResultSet rs) throws SQLException {
        String partner = rs.getString("partner");
        Timestamp closed = rs.getTimestamp("closed_at");
        return new Suspension(
                rs.getObject("id", UUID.class),
                partner == null ? null : new PartnerId(partner),
                rs.getString("ground"),
                rs.getTimestamp("since").toInstant(),
                rs.getTimestamp("until") == null
                        ? null
                        : rs.getTimestamp("until").toInstant(),
                rs.getString("reason"),
                rs.getString("return_condition"),
                rs.getTimestamp("ordered_at").toInstant(),
                rs.getString("ordered_by"),
                confirmation(rs),
                closed == null
                        ? null
                        : new Suspension.Closing(
                                rs.getString("closed_how").equals("RESUMED"),
                                closed.toInstant(),
                                rs.getString("closed_by"),
                                rs.getString("evidence")));
    }

    private static Suspension.@Nullable Confirmation confirmation(ResultSet rs) throws SQLException {
        Timestamp due = rs.getTimestamp("confirm_by");
        Timestamp entered = rs.getTimestamp("confirmed_at");
        if (due == null) {
            return null;
        }
        return new Suspension.Confirmation(
                due.toInstant(),
                entered == null
                        ? null
                        : new Suspension.Entered(
                                entered.toInstant(), rs.getString("confirmed_by"), rs.getString("confirmation")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
