package vn.dancu.bus.ledger.traffic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The minutes of all instances; each writes its own, as they stand. */
final class JdbcTraffic implements Traffic {

    private static final String WRITE =
            """
            insert into ledger.traffic (tag, minute, value, instance, answered, refused, failed, latency)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tag, minute, value, instance) do update set answered = excluded.answered,
                refused = excluded.refused, failed = excluded.failed, latency = excluded.latency
            """;

    private static final String SINCE =
            """
            with busiest as (
                select value, row_number() over (order by sum(answered + refused + failed) desc, value) as place
                from ledger.traffic where tag = ? and minute >= ? group by value order by place limit ?)
            select value, minute, answered, refused, failed, latency
            from ledger.traffic join busiest using (value) where tag = ? and minute >= ? order by place
            """;

    private final JdbcTemplate jdbc;

    JdbcTraffic(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID instance, List<TrafficBook.Entry> entries) {
        jdbc.batchUpdate(
                WRITE, entries.stream().map(entry -> row(instance, entry)).toList());
    }

    private static Object[] row(UUID instance, TrafficBook.Entry entry) {
        TrafficBook.Key key = entry.key();
        TrafficCount count = entry.count();
        return new Object[] {
            key.tag().code(),
            key.minute().atOffset(ZoneOffset.UTC),
            key.value(),
            instance,
            count.answered(),
            count.refused(),
            count.failed(),
            count.latency().counts()
        };
    }

    /** Forgets minutes before that one, whoever wrote them. */
    void purge(Instant before) {
        for (TrafficTag tag : TrafficTag.values()) {
            jdbc.update(
                    "delete from ledger.traffic where tag = ? and minute < ?",
                    tag.code(),
                    before.atOffset(ZoneOffset.UTC));
        }
    }

    @Override
    public List<TrafficLine> since(TrafficTag tag, Instant from, int limit) {
        Map<String, Map<Instant, TrafficCount>> lines = new LinkedHashMap<>();
        Object first = from.atOffset(ZoneOffset.UTC);
        jdbc.query(
                SINCE,
                row -> {
                    lines.computeIfAbsent(row.getString("value"), none -> new HashMap<>())
                            .merge(row.getTimestamp("minute").toInstant(), count(row), TrafficCount::plus);
                },
                tag.code(),
                first,
                limit,
                tag.code(),
                first);
        return lines.entrySet().stream()
                .map(line -> new TrafficLine(line.getKey(), line.getValue()))
                .toList();
    }

    private static TrafficCount count(ResultSet row) throws SQLException {
        Long[] steps = (Long[]) row.getArray("latency").getArray();
        long[] counts = new long[steps.length];
        for (int i = 0; i < steps.length; i++) {
            counts[i] = steps[i];
        }
        return new TrafficCount(
                row.getLong("answered"), row.getLong("refused"), row.getLong("failed"), LatencyHistogram.of(counts));
    }
}
