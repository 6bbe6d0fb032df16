package vn.dancu.bus.audit.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;

/** Finds events by indexed columns. */
final class JdbcEventSearch {

    private static final String COLUMNS = "id, kind, occurred_at, partner, officer, service, result, person_hash";

    private final JdbcSnapshotReader reading;

    JdbcEventSearch(JdbcSnapshotReader reading) {
        this.reading = reading;
    }

    /** An event with its sealed content. */
    record Stored(
            TrailEvent summary,
            byte @Nullable [] personHash,
            byte @Nullable [] personSealed,
            @Nullable Integer keyPeriod,
            String event) {}

    /** A statement and its values. */
    record Query(String sql, List<Object> values) {}

    List<TrailEvent> find(EventSearch search, byte @Nullable [] personHash) {
        Query query = query(search, personHash);
        return reading.read(jdbc ->
                jdbc.query(query.sql(), (rs, row) -> entry(rs), query.values().toArray()));
    }

    Optional<Stored> find(UUID event) {
        String sql = "select " + COLUMNS + ", person_sealed, key_period, event from audit.event where id = ?";
        return reading.read(jdbc -> jdbc.query(sql, (rs, row) -> stored(rs), event)).stream()
                .findFirst();
    }

    /** Only the conditions that were given, so that the planner can use an index. */
    static Query query(EventSearch search, byte @Nullable [] personHash) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder();
        kinds(search, where);
        condition(where, values, "id = ?", search.event());
        condition(
                where,
                values,
                "partner = ?",
                search.partner() == null ? null : search.partner().value());
        condition(where, values, "officer = ?", search.officer());
        condition(where, values, "person_hash = ?", personHash);
        condition(where, values, "occurred_at >= ?", utc(search.from()));
        condition(where, values, "occurred_at < ?", utc(search.until()));
        condition(where, values, "service = ?", search.service());
        condition(where, values, "result = ?", search.result());
        EventCursor after = search.after();
        if (after != null) {
            // The first condition excludes the partitions of newer months, the second one is exact.
            condition(where, values, "occurred_at <= ?", utc(after.occurredAt()));
            where.append(" and (occurred_at, id) < (?, ?)");
            values.add(after.occurredAt().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
        values.add(search.limit());
        return new Query(
                "select " + COLUMNS + " from audit.event where " + where
                        + " order by occurred_at desc, id desc limit ?",
                values);
    }

    /** The names come from an enum; no text of the caller is put into the statement. */
    private static void kinds(EventSearch search, StringBuilder where) {
        List<String> names = search.kinds().stream()
                .sorted()
                .map(kind -> "'" + kind.name() + "'")
                .toList();
        where.append("kind in (").append(String.join(", ", names)).append(')');
    }

    private static void condition(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Stored stored(ResultSet rs) throws SQLException {
        return new Stored(
                entry(rs),
                rs.getBytes("person_hash"),
                rs.getBytes("person_sealed"),
                rs.getObject("key_period", Integer.class),
                rs.getString("event"));
    }

    private static TrailEvent entry(ResultSet rs) throws SQLException {
        byte[] hash = rs.getBytes("person_hash");
        return new TrailEvent(
                rs.getObject("id", UUID.class),
                RecordKind.valueOf(rs.getString("kind")),
                rs.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                rs.getString("partner"),
                rs.getString("officer"),
                rs.getString("service"),
                rs.getString("result"),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }
}
