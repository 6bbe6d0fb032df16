package vn.dancu.bus.hub.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.hub.MappedField;
import vn.dancu.bus.hub.MappingEntry;
import vn.dancu.bus.hub.MappingVersion;
import vn.dancu.bus.kernel.PartnerId;

/** Versions of mappings and their lines. */
final class JdbcMappings {

    private static final String VERSION =
            "select partner, number, changed_at, changed_by, reason, entries from hub.mapping_version ";

    private final JdbcTemplate jdbc;

    JdbcMappings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<PartnerId, Long> newest() {
        Map<PartnerId, Long> newest = new HashMap<>();
        jdbc.query("select partner, max(number) as number from hub.mapping_version group by partner", rs -> {
            newest.put(new PartnerId(rs.getString("partner")), rs.getLong("number"));
        });
        return newest;
    }

    List<MappingVersion> all() {
        return jdbc.query(
                VERSION + "v where number = (select max(number) from hub.mapping_version w where w.partner = v.partner)"
                        + " order by partner",
                JdbcMappings::version);
    }

    Optional<MappingVersion> find(PartnerId partner, long number) {
        return jdbc
                .query(VERSION + "where partner = ? and number = ?", JdbcMappings::version, partner.value(), number)
                .stream()
                .findFirst();
    }

    Optional<MappingVersion> at(PartnerId partner, Instant moment) {
        return jdbc
                .query(
                        VERSION + "where partner = ? and changed_at <= ? order by number desc limit 1",
                        JdbcMappings::version,
                        partner.value(),
                        Timestamp.from(moment))
                .stream()
                .findFirst();
    }

    List<MappingVersion> history(PartnerId partner, long below, int limit) {
        return jdbc.query(
                VERSION + "where partner = ? and number < ? order by number desc limit ?",
                JdbcMappings::version,
                partner.value(),
                below,
                limit);
    }

    List<MappingEntry> entries(PartnerId partner, long number, int from, int limit) {
        return jdbc.query(
                "select field, local, national from hub.mapping"
                        + " where partner = ? and since <= ? and (before is null or before > ?)"
                        + " order by field, local collate \"C\" offset ? limit ?",
                (rs, row) -> new MappingEntry(field(rs), rs.getString("local"), rs.getString("national")),
                partner.value(),
                number,
                number,
                from,
                limit);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else made that version */
    void insert(MappingVersion version) {
        jdbc.update(
                "insert into hub.mapping_version (partner, number, changed_at, changed_by, reason, entries)"
                        + " values (?, ?, ?, ?, ?, ?)",
                version.partner().value(),
                version.number(),
                Timestamp.from(version.changedAt()),
                version.changedBy(),
                version.reason(),
                version.entries());
    }

    /** The lines of that version that it has and the one before had not, and those that it has no more. */
    void write(MappingVersion version, Collection<MappingEntry.Key> ended, Collection<MappingEntry> begun) {
        jdbc.batchUpdate(
                "update hub.mapping set before = ? where partner = ? and field = ? and local = ? and before is null",
                ended.stream()
                        .map(key -> new Object[] {
                            version.number(),
                            version.partner().value(),
                            key.field().wire(),
                            key.local()
                        })
                        .toList());
        jdbc.batchUpdate(
                "insert into hub.mapping (partner, field, local, national, since) values (?, ?, ?, ?, ?)",
                begun.stream()
                        .map(entry -> new Object[] {
                            version.partner().value(),
                            entry.field().wire(),
                            entry.local(),
                            entry.national(),
                            version.number()
                        })
                        .toList());
    }

    private static MappedField field(ResultSet rs) throws SQLException {
        return MappedField.byWire(rs.getString("field")).orElseThrow();
    }

    private static MappingVersion version(ResultSet rs, int row) throws SQLException {
        return new MappingVersion(
                new PartnerId(rs.getString("partner")),
                rs.getLong("number"),
                rs.getTimestamp("changed_at").toInstant(),
                rs.getString("changed_by"),
                rs.getString("reason"),
                rs.getInt("entries"));
    }
}
