package vn.dancu.bus.codebook.exchange;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.codebook.CodebookChange;
import vn.dancu.bus.codebook.CodebookState;
import vn.dancu.bus.codebook.MissingCode;
import vn.dancu.bus.codebook.PullRecord;

/** What happened to lists, what waits for a person, and the pulls. */
final class JdbcCodebookJournal {

    private final JdbcTemplate jdbc;

    JdbcCodebookJournal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A change that is to be written. */
    record Entry(String code, CodebookChange.Kind kind, @Nullable String before, @Nullable String after) {}

    /** Who changed, and why; no reason where a rule did. */
    record By(String actor, @Nullable String reason) {}

    void write(String list, Instant at, By by, List<Entry> entries) {
        jdbc.batchUpdate(
                "insert into codebook.change (list, code, at, kind, before, after, actor, reason) values (?, ?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> new Object[] {
                            list,
                            entry.code(),
                            Timestamp.from(at),
                            entry.kind().name().toLowerCase(Locale.ROOT),
                            entry.before(),
                            entry.after(),
                            by.actor(),
                            by.reason()
                        })
                        .toList());
    }

    List<CodebookChange> changes(@Nullable String list, long below, int limit) {
        return jdbc.query(
                "select id, list, code, at, kind, before, after, actor, reason from codebook.change"
                        + " where id < ? and (?::text is null or list = ?) order by id desc limit ?",
                JdbcCodebookJournal::change,
                below,
                list,
                list,
                limit);
    }

    /** Codes of the list that wait for a person. */
    List<MissingCode> waiting(String list) {
        return jdbc.query(
                "select list, code, name, since from codebook.missing where list = ? and not kept",
                JdbcCodebookJournal::missing,
                list);
    }

    /** Those, and the codes that a person keeps. */
    List<MissingCode> noted(String list) {
        return jdbc.query(
                "select list, code, name, since from codebook.missing where list = ?",
                JdbcCodebookJournal::missing,
                list);
    }

    List<MissingCode> open(int from, int limit) {
        return jdbc.query(
                "select list, code, name, since from codebook.missing where not kept order by list, code offset ? limit ?",
                JdbcCodebookJournal::missing,
                from,
                limit);
    }

    void note(String list, Instant at, List<CodebookCode> codes) {
        jdbc.batchUpdate(
                "insert into codebook.missing (list, code, name, since) values (?, ?, ?, ?)",
                codes.stream()
                        .map(code -> new Object[] {list, code.code(), code.name(), Timestamp.from(at)})
                        .toList());
    }

    void forget(String list, List<String> codes) {
        jdbc.batchUpdate(
                "delete from codebook.missing where list = ? and code = ?",
                codes.stream().map(code -> new Object[] {list, code}).toList());
    }

    void keep(String list, List<String> codes) {
        jdbc.batchUpdate(
                "update codebook.missing set kept = true where list = ? and code = ?",
                codes.stream().map(code -> new Object[] {list, code}).toList());
    }

    List<CodebookState> states(@Nullable String list, LocalDate day) {
        return jdbc.query(
                """
                select code, name, version, checked_at, outcome, rule, held_hash,
                    (select count(*) from codebook.entry e where e.list = l.code
                        and (valid_from is null or valid_from <= ?::date) and (valid_to is null or valid_to >= ?::date)) as codes,
                    (select count(*) from codebook.missing m where m.list = l.code and not kept) as missing
                from codebook.list l where ?::text is null or code = ? order by code
                """,
                JdbcCodebookJournal::state,
                Date.valueOf(day),
                Date.valueOf(day),
                list,
                list);
    }

    void write(PullRecord pull) {
        jdbc.update(
                "insert into codebook.pull (began, ended, outcome, rule, lists, added, renamed, missing, failed)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Timestamp.from(pull.began()),
                Timestamp.from(pull.ended()),
                pull.outcome(),
                pull.rule(),
                pull.lists(),
                pull.added(),
                pull.renamed(),
                pull.missing(),
                pull.failed());
    }

    List<PullRecord> pulls(long below, int limit) {
        return jdbc.query(
                "select id, began, ended, outcome, rule, lists, added, renamed, missing, failed from codebook.pull"
                        + " where id < ? order by id desc limit ?",
                JdbcCodebookJournal::pull,
                below,
                limit);
    }

    private static CodebookChange change(ResultSet rs, int row) throws SQLException {
        return new CodebookChange(
                rs.getLong("id"),
                rs.getString("list"),
                rs.getString("code"),
                rs.getTimestamp("at").toInstant(),
                CodebookChange.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("before"),
                rs.getString("after"),
                rs.getString("actor"),
                rs.getString("reason"));
    }

    private static MissingCode missing(ResultSet rs, int row) throws SQLException {
        return new MissingCode(
                rs.getString("list"),
                rs.getString("code"),
                rs.getString("name"),
                rs.getTimestamp("since").toInstant());
    }

    private static CodebookState state(ResultSet rs, int row) throws SQLException {
        Timestamp checked = rs.getTimestamp("checked_at");
        return new CodebookState(
                rs.getString("code"),
                rs.getString("name"),
                rs.getLong("version"),
                rs.getInt("codes"),
                rs.getInt("missing"),
                checked == null ? null : checked.toInstant(),
                rs.getString("outcome"),
                rs.getString("rule"),
                rs.getString("held_hash"));
    }

    private static PullRecord pull(ResultSet rs, int row) throws SQLException {
        return new PullRecord(
                rs.getLong("id"),
                rs.getTimestamp("began").toInstant(),
                rs.getTimestamp("ended").toInstant(),
                rs.getString("outcome"),
                rs.getString("rule"),
                rs.getInt("lists"),
                rs.getInt("added"),
                rs.getInt("renamed"),
                rs.getInt("missing"),
                rs.getInt("failed"));
    }
}
