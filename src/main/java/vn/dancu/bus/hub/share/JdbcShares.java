package vn.dancu.bus.hub.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.hub.ShareTable;
import vn.dancu.bus.hub.ShareTable.Permits;
import vn.dancu.bus.hub.ShareTable.Share;
import vn.dancu.bus.kernel.PartnerId;

/** Versions of the split. */
final class JdbcShares {

    private static final String VERSION =
            "select number, changed_at, changed_by, reason, per_minute, per_day from hub.share_version ";

    private final JdbcTemplate jdbc;

    JdbcShares(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long newest() {
        Long number = jdbc.queryForObject("select coalesce(max(number), 0) from hub.share_version", Long.class);
        return number == null ? 0 : number;
    }

    Optional<ShareTable> find(long number) {
        return jdbc.query(VERSION + "where number = ?", this::table, number).stream()
                .findFirst();
    }

    Optional<ShareTable> at(Instant moment) {
        return jdbc
                .query(
                        VERSION + "where changed_at <= ? order by number desc limit 1",
                        this::table,
                        Timestamp.from(moment))
                .stream()
                .findFirst();
    }

    List<ShareTable> history(long below, int limit) {
        return jdbc.query(VERSION + "where number < ? order by number desc limit ?", this::table, below, limit);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else made that version */
    void insert(ShareTable table) {
        jdbc.update(
                "insert into hub.share_version (number, changed_at, changed_by, reason, per_minute, per_day)"
                        + " values (?, ?, ?, ?, ?, ?)",
                table.number(),
                Timestamp.from(table.changedAt()),
                table.changedBy(),
                table.reason(),
                table.whole().perMinute(),
                table.whole().perDay());
        jdbc.batchUpdate(
                "insert into hub.share (version, partner, per_minute, per_day) values (?, ?, ?, ?)",
                table.shares().stream()
                        .map(share -> new Object[] {
                            table.number(),
                            share.partner().value(),
                            share.permits().perMinute(),
                            share.permits().perDay()
                        })
                        .toList());
    }

    private ShareTable table(ResultSet rs, int row) throws SQLException {
        long number = rs.getLong("number");
        return new ShareTable(
                number,
                rs.getTimestamp("changed_at").toInstant(),
                rs.getString("changed_by"),
                rs.getString("reason"),
                permits(rs),
                jdbc.query(
                        "select partner, per_minute, per_day from hub.share where version = ? order by partner",
                        (share, each) -> new Share(new PartnerId(share.getString("partner")), permits(share)),
                        number));
    }

    private static Permits permits(ResultSet rs) throws SQLException {
        return new Permits(rs.getLong("per_minute"), rs.getLong("per_day"));
    }
}
