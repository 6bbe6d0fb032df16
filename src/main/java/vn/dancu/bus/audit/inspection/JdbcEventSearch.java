package vn.dancu.bus.audit.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.sql.GivenConditions;

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

    List<TrailEvent> find(EventSearch search, byte @Nullable [] personHash) {
        GivenConditions given = query(search, personHash);
        return reading.read(jdbc -> jdbc.query(given.sql(), (rs, row) -> entry(rs), given.values()));
    }

    Optional<Stored> find(UUID event) {
        String sql = "select " + COLUMNS + ", person_sealed, key_period, event from audit.event where id = ?";
        return reading.read(jdbc -> jdbc.query(sql, (rs, row) -> stored(rs), event)).stream()
                .findFirst();
    }

    static GivenConditions query(EventSearch search, byte @Nullable [] personHash) {
        EventCursor after = search.after();
        return new GivenConditions("select " + COLUMNS + " from audit.event where " + kinds(search))
                .and("id = ?", search.event())
                .and(
                        "partner = ?",
                        search.partner() == null ? null : search.partner().value())
                .and("officer = ?", search.officer())
                .and("person_hash = ?", personHash)
                .and("occurred_at >= ?", search.from())
                .and("occurred_at < ?", search.until())
                .and("service = ?", search.service())
                .and("result = ?", search.result())
                // Excludes the partitions of newer months; the condition of the page is exact.
                .and("occurred_at <= ?", after == null ? null : after.occurredAt())
                .newestFirst(
                        "occurred_at",
                        after == null ? null : after.occurredAt(),
                        after == null ? null : after.id(),
                        search.limit());
    }

    /** The names come from an enum; no text of the caller is put into the statement. */
    private static String kinds(EventSearch search) {
        return search.kinds().stream()
                .sorted()
                .map(kind -> "'" + kind.name() + "'")
                .collect(Collectors.joining(", ", "kind in (", ")"));
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
