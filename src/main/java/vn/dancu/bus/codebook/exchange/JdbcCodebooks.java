package vn.dancu.bus.codebook.exchange;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.catalogue.Catalogue.Property;

/** Lists and their codes. */
final class JdbcCodebooks {

    private final JdbcTemplate jdbc;
    private final ListContent content = new ListContent();

    JdbcCodebooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of {@code codebook.list}, held by the transaction that reads it. */
    record Held(
            String code,
            String name,
            String nameEn,
            long version,
            List<Property> properties,
            @Nullable String heldHash,
            @Nullable String acceptedHash) {}

    /** Moves the next turn on when it is due; whether this instance did. */
    boolean takeTurn(Instant now, Instant next) {
        return jdbc.update("update codebook.turn set due = ? where due <= ?", Timestamp.from(next), Timestamp.from(now))
                > 0;
    }

    /** Moves the turn that was taken further on, unless somebody asked for another one meanwhile. */
    void moveTurn(Instant taken, Instant next) {
        jdbc.update("update codebook.turn set due = ? where due = ?", Timestamp.from(next), Timestamp.from(taken));
    }

    void setTurn(Instant due) {
        jdbc.update("update codebook.turn set due = ?", Timestamp.from(due));
    }

    Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        jdbc.query("select code, version from codebook.list where version > 0", rs -> {
            versions.put(rs.getString("code"), rs.getLong("version"));
        });
        return versions;
    }

    void open(String code, String name, String nameEn) {
        jdbc.update(
                "insert into codebook.list (code, name, name_en) values (?, ?, ?) on conflict (code) do nothing",
                code,
                name,
                nameEn);
    }

    /** With the row locked until the transaction ends. */
    Optional<Held> hold(String code) {
        return read(code, " for update");
    }

    Optional<Held> find(String code) {
        return read(code, "");
    }

    List<CodebookCode> codes(String list) {
        return jdbc.query(
                "select id, code, scheme, content, valid_from, valid_to from codebook.entry where list = ?"
                        // A code stays in its place whatever it is called since.
                        + " order by min(id) over (partition by code), id",
                (rs, row) -> new CodebookCode(
                        rs.getLong("id"),
                        rs.getString("code"),
                        rs.getString("scheme"),
                        content.values(rs.getString("content")),
                        day(rs, "valid_from"),
                        day(rs, "valid_to")),
                list);
    }

    void insert(String list, List<CodebookCode> codes) {
        jdbc.batchUpdate(
                "insert into codebook.entry (list, code, scheme, content, valid_from, valid_to) values (?, ?, ?, ?, ?, ?)",
                codes.stream()
                        .map(code -> new Object[] {
                            list,
                            code.code(),
                            code.scheme(),
                            content.text(code.values()),
                            date(code.from()),
                            date(code.to())
                        })
                        .toList());
    }

    void rewrite(List<CodebookCode> codes) {
        jdbc.batchUpdate(
                "update codebook.entry set content = ? where id = ?",
                codes.stream()
                        .map(code -> new Object[] {content.text(code.values()), code.id()})
                        .toList());
    }

    /** That day is their first on which they mean nothing any more; those that began no earlier are dropped. */
    void end(List<CodebookCode> codes, LocalDate day) {
        List<Object[]> ids =
                codes.stream().map(code -> new Object[] {code.id(), date(day)}).toList();
        jdbc.batchUpdate("delete from codebook.entry where id = ? and valid_from >= ?", ids);
        jdbc.batchUpdate(
                "update codebook.entry set valid_to = ?::date - 1 where id = ?",
                codes.stream().map(code -> new Object[] {date(day), code.id()}).toList());
    }

    void raise(Held list, List<Property> properties) {
        jdbc.update(
                "update codebook.list set version = version + 1, properties = ? where code = ?",
                content.properties(properties),
                list.code());
    }

    /** The last try was taken over; what a person accepted is used up by it. */
    void taken(String list, Instant at, String outcome) {
        jdbc.update(
                "update codebook.list set checked_at = ?, outcome = ?, rule = null, held_hash = null, accepted_hash = null"
                        + " where code = ?",
                Timestamp.from(at),
                outcome,
                list);
    }

    /** Why the last try changed nothing. */
    void tried(String list, Instant at, String outcome, String rule, @Nullable String heldHash) {
        jdbc.update(
                "update codebook.list set checked_at = ?, outcome = ?, rule = ?, held_hash = ? where code = ?",
                Timestamp.from(at),
                outcome,
                rule,
                heldHash,
                list);
    }

    void accept(String list, String hash) {
        jdbc.update("update codebook.list set accepted_hash = ? where code = ?", hash, list);
    }

    private Optional<Held> read(String code, String lock) {
        return jdbc
                .query(
                        "select code, name, name_en, version, properties, held_hash, accepted_hash from codebook.list"
                                + " where code = ?" + lock,
                        (rs, row) -> new Held(
                                rs.getString("code"),
                                rs.getString("name"),
                                rs.getString("name_en"),
                                rs.getLong("version"),
                                content.readProperties(rs.getString("properties")),
                                rs.getString("held_hash"),
                                rs.getString("accepted_hash")),
                        code)
                .stream()
                .findFirst();
    }

    private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
        Date day = rs.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
