package vn.dancu.bus.enrichment.difference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/** The table of decisions. */
final class JdbcDecisions {

    private static final String SELECT =
            """
            select b.*, (select string_agg(r.result || ' ' || r.records, ',') from (
                select result, count(*) as records from enrichment.difference where decision = b.id and result is not null
                group by result) r) as results
            from enrichment.decision b
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcDecisions(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new one of those differences, which are of one source. */
    UUID propose(Actor by, DecisionOrder order, Difference first, int records) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into enrichment.decision (id, source, authority, decision, reason, records, state, proposed_by, proposed_at)"
                        + " select ?, source, authority, ?, ?, ?, 'proposed', ?, ? from enrichment.job where id = ?",
                id,
                order.decision().code(),
                order.reason(),
                records,
                by.name(),
                now(),
                first.job());
        return id;
    }

    void end(UUID id, DecisionBatch.State state, Actor by) {
        jdbc.update(
                "update enrichment.decision set state = ?, ended_by = ?, ended_at = ? where id = ?",
                state.code(),
                by.name(),
                now(),
                id);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    Optional<DecisionBatch> find(UUID id) {
        return jdbc.query(SELECT + " where b.id = ?", JdbcDecisions::batch, id).stream()
                .findFirst();
    }

    /** The same, held until the transaction of the caller ends. */
    Optional<DecisionBatch> lock(UUID id) {
        jdbc.query("select from enrichment.decision where id = ? for update", rs -> {}, id);
        return find(id);
    }

    List<DecisionBatch> list(DecisionBatch.@Nullable State state, @Nullable UUID after, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" where true");
        if (state != null) {
            where.append(" and b.state = ?");
            values.add(state.code());
        }
        if (after != null) {
            where.append(" and (b.proposed_at, b.id) < (select proposed_at, id from enrichment.decision where id = ?)");
            values.add(after);
        }
        values.add(most);
        return jdbc.query(
                SELECT + where + " order by b.proposed_at desc, b.id desc limit ?",
                JdbcDecisions::batch,
                values.toArray());
    }

    private static DecisionBatch batch(ResultSet rs, int row) throws SQLException {
        Timestamp ended = rs.getTimestamp("ended_at");
        return new DecisionBatch(
                rs.getObject("id", UUID.class),
                new SourceCode(rs.getString("source")),
                new PartnerId(rs.getString("authority")),
                DifferenceDecision.byCode(rs.getString("decision")).orElseThrow(),
                rs.getString("reason"),
                DecisionBatch.State.byCode(rs.getString("state")).orElseThrow(),
                rs.getInt("records"),
                rs.getString("proposed_by"),
                rs.getTimestamp("proposed_at").toInstant(),
                rs.getString("ended_by"),
                ended == null ? null : ended.toInstant(),
                results(rs.getString("results")));
    }

    private static Map<RecordOutcome, Long> results(@Nullable String text) {
        Map<RecordOutcome, Long> results = new EnumMap<>(RecordOutcome.class);
        if (text != null) {
            for (String each : text.split(",")) {
                String[] parts = each.split(" ");
                JdbcDifferences.outcome(parts[0]).ifPresent(outcome -> results.put(outcome, Long.valueOf(parts[1])));
            }
        }
        return results;
    }

    /** A difference that was decided, for the act about its person. */
    record DecidedLine(DifferenceKey key, @Nullable String number) {}

    /** In the order of jobs and lines, each with a number of the person it was decided to be. */
    List<DecidedLine> lines(UUID decision) {
        return jdbc.query(
                "select d.job, d.line, coalesce(c.so_dinh_danh, c.so_cmnd, d.number) as number from enrichment.difference d"
                        + " left join register.citizen c on c.citizen_id = d.citizen_id where d.decision = ? or d.question = ?"
                        + " order by d.job, d.line",
                (rs, row) -> new DecidedLine(
                        new DifferenceKey(rs.getInt("job"), rs.getLong("line")), rs.getString("number")),
                decision,
                decision);
    }

    /** Terms of a job, as its own merge had them. */
    record JobOrigin(
            int number,
            UUID id,
            String source,
            String authority,
            String document,
            Instant receivedAt,
            String element,
            List<String> elements,
            int precedence) {}

    /** The jobs whose differences a decision holds, in their order. */
    List<JobOrigin> origins(UUID decision) {
        return jdbc.query(
                "select o.*, g.element from register.enriched_origin o join register.enriched_group g on g.id = o.group_id"
                        + " where o.id in (select job from enrichment.difference where decision = ?) order by o.id",
                (rs, row) -> new JobOrigin(
                        rs.getInt("id"),
                        rs.getObject("job", UUID.class),
                        rs.getString("source"),
                        rs.getString("authority"),
                        rs.getString("document"),
                        rs.getTimestamp("received_at").toInstant(),
                        rs.getString("element"),
                        List.of((String[]) rs.getArray("elements").getArray()),
                        rs.getInt("precedence")),
                decision);
    }
}
